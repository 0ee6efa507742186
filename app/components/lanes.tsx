import { Link, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useHydrated } from "#client/hooks/use-hydrated.ts";
import { classes } from "./classes.ts";

export type Lane = {
  /** Also the fragment that opens it on a phone: `#door`. */
  readonly id: string;
  readonly title: string;
  /** What the lane is, in a few words: "only you can open these". */
  readonly note: string;
  readonly children: ReactNode;
};

/**
 * Three places side by side, the middle one sunk. On a phone one at a time, with tabs at the bottom; the
 * fragment of the address says which, so that Back and links from a piece return to the right one.
 */
export function Lanes({
  title,
  before,
  after,
  lanes,
}: {
  /** The page's title, for those who hear it; the lanes' own say it to the eye. */
  title: string;
  /** Notices above the lanes. */
  before?: ReactNode;
  /** A line at the foot of all three. */
  after?: ReactNode;
  lanes: readonly [Lane, Lane, Lane];
}) {
  const { t } = useTranslation("components");
  const { hash } = useLocation();
  const hydrated = useHydrated();
  const asked = lanes.findIndex((lane) => `#${lane.id}` === hash);
  const open = hydrated && asked !== -1 ? asked : 0;
  return (
    <>
      <main id="main" tabIndex={-1} className="flex flex-1 flex-col max-wide:pb-(--tabs-height)">
        <h1 className="sr-only">{title}</h1>
        {before && <div className="space-y-3 px-4 pt-4 sm:px-8 wide:px-14 wide:pb-4">{before}</div>}
        <div className="flex-1 wide:grid wide:grid-cols-[1fr_minmax(300px,360px)_1fr] wide:px-8">
          {lanes.map((lane, index) => (
            <section
              key={lane.id}
              aria-labelledby={`${lane.id}-title`}
              className={classes(
                "min-w-0 px-4 pt-5 pb-8 wide:px-6 wide:pt-7 wide:pb-10",
                index === 1 && "wide:border-x wide:border-line wide:bg-sunk",
                index !== open && "max-wide:hidden",
              )}
            >
              <header className="mb-4.5">
                <h2 id={`${lane.id}-title`} className="text-xl">
                  {lane.title}
                </h2>
                <p className="text-s text-ink-soft">{lane.note}</p>
              </header>
              <div className="space-y-4">{lane.children}</div>
            </section>
          ))}
        </div>
        {after}
      </main>
      <nav
        aria-label={t("theThreePlaces")}
        className="fixed inset-x-0 bottom-0 z-10 grid h-(--tabs-height) grid-cols-3 border-t border-line bg-sheet pb-[env(safe-area-inset-bottom)] wide:hidden print:hidden"
      >
        {lanes.map((lane, index) => (
          <Link
            key={lane.id}
            to={{ hash: lane.id }}
            replace
            preventScrollReset
            aria-current={index === open || undefined}
            className={classes(
              "grid place-items-center border-t-[3px] text-s",
              index === open ? "border-ink font-semibold" : "border-transparent text-ink-soft",
            )}
          >
            {lane.title}
          </Link>
        ))}
      </nav>
    </>
  );
}
