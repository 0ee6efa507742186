import { Link, NavLink } from "@remix-run/react";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { buttonClasses } from "./button.tsx";
import { classes } from "./classes.ts";
import { Exit } from "./exit.tsx";
import { Mark } from "./mark.tsx";
import { UnderTheBar } from "./under-the-bar.tsx";

export type Place = { readonly to: string; readonly label: string };

export type BarProps = {
  /** Beside the mark: the product's name, or the room's ("You and Jonas"). */
  title?: string;
  /** Where the mark and title lead. */
  home?: string;
  /** The way back, in place of mark and title: to "Room", to "Mine". */
  back?: Place;
  /** The places of this part; the one that is open is marked. */
  nav?: readonly Place[];
  /** Stays in view on a phone: a chip, "Saved". */
  status?: ReactNode;
  /** Acts and links. On a phone they are behind "Menu". */
  actions?: ReactNode;
};

/** The top of every page. Help and the way out are always in it and always in view. */
export function Bar({
  title = "Threshold",
  home = "/",
  back,
  nav = [],
  status,
  actions,
}: BarProps) {
  const { t } = useTranslation("components");
  const more = useId();
  const hasMore = nav.length > 0 || Boolean(actions);
  return (
    <>
      <header className="sticky top-0 z-20 flex h-(--bar-height) shrink-0 items-center gap-2 border-b border-line bg-paper px-4 sm:gap-4 sm:px-8 print:hidden">
        {back ? (
          <Link to={back.to} className={buttonClasses("quiet", false, "-ms-2.5 max-wide:me-auto")}>
            <span aria-hidden="true">‹</span>
            {back.label}
          </Link>
        ) : (
          <Link
            to={home}
            className="flex min-h-target min-w-0 items-center gap-2.5 font-serif text-[1.1rem] leading-tight font-medium max-wide:me-auto sm:text-[1.2rem]"
          >
            <span className="max-sm:hidden">
              <Mark />
            </span>
            <span className="max-sm:line-clamp-2 sm:truncate">{title}</span>
          </Link>
        )}
        {status && (
          <div className="flex min-w-0 items-center gap-2 text-s text-ink-soft sm:gap-3">
            {status}
          </div>
        )}
        {hasMore && (
          <>
            <button
              type="button"
              popovertarget={more}
              className={buttonClasses("quiet", false, "wide:hidden")}
            >
              {t("menu")}
            </button>
            <div id={more} popover="auto" className="bar-more">
              {nav.length > 0 && <Places places={nav} />}
              <div className="flex-1 max-wide:hidden" />
              {actions}
            </div>
          </>
        )}
        <Link
          to="/help"
          className={classes(
            // A short word on a phone: what a finger hits is wider than what is seen.
            "link flex min-h-target shrink-0 items-center max-sm:-mx-1.5 max-sm:px-1.5",
            !hasMore && "wide:ms-auto",
          )}
        >
          <span className="max-sm:sr-only">{t("get")}</span>
          <span className="max-sm:first-letter:uppercase">{t("help")}</span>
        </Link>
        <Exit />
      </header>
      <UnderTheBar />
    </>
  );
}

function Places({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation("components");
  return (
    <nav
      aria-label={t("places")}
      className="flex gap-6 text-ink-soft max-wide:flex-col max-wide:gap-0 wide:ms-5"
    >
      {places.map(({ to, label }) => (
        <NavLink
          key={to}
          to={to}
          end
          className="flex min-h-target items-center hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink"
        >
          {({ isActive }) => (
            <span
              className={classes(
                "border-b-2 pb-0.5",
                isActive ? "border-ink" : "border-transparent",
              )}
            >
              {label}
            </span>
          )}
        </NavLink>
      ))}
    </nav>
  );
}
