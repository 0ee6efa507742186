import { isRouteErrorResponse, Outlet, useRouteError } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { titled } from "#app/language/titled.ts";
import { watchExit } from "#client/lock/watch-exit.ts";
import { Bar } from "#components/bar.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Sheet } from "#components/sheet.tsx";
import { Arrival } from "./arrival.tsx";
import { Moving } from "./moving.tsx";
import { usePageTurner } from "./use-page-turner.ts";

/** For a page that has no title of its own, and for errors. */
export const meta = titled("frame", "threshold");

export default function Frame() {
  useEffect(watchExit, []);
  usePageTurner();
  return (
    <>
      <SkipLink />
      <Moving />
      <Arrival />
      <Outlet />
    </>
  );
}

function SkipLink() {
  const { t } = useTranslation("frame");
  return (
    <a
      href="#main"
      className="link fixed top-3 start-3 z-30 rounded-control bg-sheet px-4 py-2.5 not-focus:sr-only"
    >
      {t("toTheTextOfThisPage")}
    </a>
  );
}

const isOffline = () => typeof navigator !== "undefined" && navigator.onLine === false;

/**
 * Every error of every page ends here, below <html>. At the root, React would build the page's scripts
 * anew, which Trusted Types refuse: the page would go blank.
 */
export function ErrorBoundary() {
  const { t } = useTranslation("frame");
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
  const what = missing ? "missing" : cut ? "cut" : "wrong";
  return (
    <>
      <SkipLink />
      <Bar />
      <Sheet>
        <h1 className="text-2xl">{t(what)}</h1>
        <p className="mt-2 text-ink-soft">{t(`${what}Lead`)}</p>
        <div className="mt-5 flex flex-wrap gap-2.5">
          <ButtonLink to="/" reloadDocument={!missing}>
            {t("toTheFirstPage")}
          </ButtonLink>
        </div>
      </Sheet>
    </>
  );
}
