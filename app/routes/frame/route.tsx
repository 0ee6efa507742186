import { isRouteErrorResponse, Outlet, useRouteError } from "@remix-run/react";

export default function Frame() {
  return <Outlet />;
}

/**
 * Every error of every page ends here, below <html>. At the root, React would build the page's scripts
 * anew, which Trusted Types refuse: the page would go blank.
 */
export function ErrorBoundary() {
  const error = useRouteError();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <main>
      <h1>{missing ? "There is nothing here." : "Something went wrong on this page."}</h1>
    </main>
  );
}
