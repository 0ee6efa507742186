import { isRouteErrorResponse, Outlet, useRouteError } from "@remix-run/react";
import type { MetaFunction } from "@remix-run/node";
import { useEffect } from "react";
import { watchExit } from "#client/lock/watch-exit.ts";
import { Bar } from "#components/bar.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Sheet } from "#components/sheet.tsx";
import { Arrival } from "./arrival.tsx";
import { usePageTurner } from "./use-page-turner.ts";

/** For a page that has no title of its own, and for errors. */
export const meta: MetaFunction = () => [{ title: "Threshold" }];

export default function Frame() {
  useEffect(watchExit, []);
  usePageTurner();
  return (
    <>
      <SkipLink />
      <Arrival />
      <Outlet />
    </>
  );
}

function SkipLink() {
  return (
    <a
      href="#main"
      className="link fixed top-3 left-3 z-30 rounded-control bg-sheet px-4 py-2.5 not-focus:sr-only"
    >
      To the text of this page
    </a>
  );
}

const MISSING = [
  "There is nothing here",
  "Perhaps the address has a slip in it, or what was here has been taken back.",
] as const;
const CUT = [
  "There is no connection just now",
  "This page has to be fetched before it can be shown. It comes by itself when the network is back.",
] as const;
const WRONG = [
  "Something went wrong on this page",
  "It is our fault, not yours. What this device said was saved is saved. Load the page again, or come back a little later.",
] as const;

const isOffline = () => typeof navigator !== "undefined" && navigator.onLine === false;

/**
 * Every error of every page ends here, below <html>. At the root, React would build the page's scripts
 * anew, which Trusted Types refuse: the page would go blank.
 */
export function ErrorBoundary() {
  useEffect(watchExit, []);
  const error = useRouteError();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  const cut = !isRouteErrorResponse(error) && isOffline();
  useEffect(() => {
    if (!cut) return;
    const again = () => location.reload();
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [cut]);
  const [title, lead] = missing ? MISSING : cut ? CUT : WRONG;
  return (
    <>
      <SkipLink />
      <Bar />
      <Sheet>
        <h1 className="text-2xl">{title}</h1>
        <p className="mt-2 text-ink-soft">{lead}</p>
        <div className="mt-5 flex flex-wrap gap-2.5">
          <ButtonLink to="/" reloadDocument={!missing}>
            To the first page
          </ButtonLink>
        </div>
      </Sheet>
    </>
  );
}
