import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip } from "#components/chip.tsx";
import type { Practice } from "#domain/practices/practice.ts";
import { useMine } from "./mine.tsx";
import { factsOf } from "./words.ts";

/** Practices by name, each with the theme that it belongs to, what it is for and how long it takes. */
export function PracticeList({
  practices,
  next,
  ordered = false,
}: {
  practices: readonly Practice[];
  next: Practice | null;
  ordered?: boolean;
}) {
  const { t } = useTranslation("practices");
  const mine = useMine();
  const List = ordered ? "ol" : "ul";
  return (
    <List className="border-t border-line">
      {practices.map((practice) => {
        const { id, title, theme, lead, place } = practice;
        return (
          <li
            key={id}
            className="grid gap-x-6 border-b border-line py-3.5 wide:grid-cols-[2.2rem_1fr_17rem]"
          >
            <span
              aria-hidden="true"
              className="pt-2.5 font-serif text-l text-ink-soft max-wide:hidden"
            >
              {place}
            </span>
            <div>
              {theme && <p className="text-s text-ink-soft">{theme}</p>}
              <h3 className="text-l">
                <Link
                  to={`/practices/${id}`}
                  className="link inline-flex min-h-target items-center py-1 wide:min-h-0"
                >
                  {title}
                </Link>
              </h3>
              <p className="max-w-measure text-ink-soft">{lead}</p>
            </div>
            <div className="flex flex-wrap content-start items-center gap-x-3 gap-y-1.5 pt-1.5 text-s text-ink-soft wide:pt-6">
              <span>{factsOf(practice).join(" · ")}</span>
              {mine?.walk.been.has(id) && <Chip>{t("beenHere")}</Chip>}
              {mine && practice === next && <Chip>{t("couldComeNext")}</Chip>}
            </div>
          </li>
        );
      })}
    </List>
  );
}
