import { useTranslation } from "react-i18next";
import { interfaceWords } from "#app/language/languages.ts";
import type { PersonId } from "#domain/ids.ts";
import type { Cell, Picture, Strip } from "#domain/pieces/picture.ts";
import type { Mark, Noticed } from "#domain/pieces/marks.ts";
import { classes } from "#components/classes.ts";
import { MARK, noMark, NOTICED, sayStretch } from "./words.ts";

export type MarksTableProps = {
  readonly picture: Picture;
  /** Who reads it. */
  readonly me: PersonId;
  readonly nameOf: (person: PersonId) => string;
  readonly caption: string;
  /** Leaves out days without a mark. */
  readonly onlyMarked?: boolean;
  /** For those who do not see the picture. */
  readonly quiet?: boolean;
};

type Line = {
  readonly key: string;
  readonly first: string;
  readonly days: string;
  readonly person: PersonId;
  readonly what: string;
  readonly mark: string;
};

/** A picture of marks in words: a line for each day or week of each commitment, in the order of days. */
export function MarksTable({
  picture,
  me,
  nameOf,
  caption,
  onlyMarked = false,
  quiet = false,
}: MarksTableProps) {
  const { t } = useTranslation("piece-plan");
  const lines = linesOf(picture, me, nameOf, onlyMarked);
  return (
    <div className={classes("plan-table", quiet && "sr-only")}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("when")}</th>
            <th scope="col">{t("who")}</th>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("mark")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, days, person, what, mark }) => (
            <tr key={key}>
              <th scope="row">{days}</th>
              <td>{nameOf(person)}</td>
              <td>{what}</td>
              <td>{mark}</td>
            </tr>
          ))}
          {lines.length === 0 && (
            <tr>
              <td colSpan={4}>{onlyMarked ? t("youHaveMarkedNothingInThese") : t("nothing")}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function linesOf(
  { rows }: Picture,
  me: PersonId,
  nameOf: (person: PersonId) => string,
  onlyMarked: boolean,
): readonly Line[] {
  const t = interfaceWords("piece-plan");
  const people = rows.map(({ person }) => person);
  const line = (
    strip: Strip,
    person: PersonId,
    cell: Cell<Mark | Noticed>,
    what: string,
    mark: string | null,
  ) =>
    onlyMarked && mark === null
      ? []
      : [
          {
            key: `${person} ${strip.line} ${strip.commitment.owner} ${cell.first}`,
            first: cell.first,
            days: sayStretch(cell),
            person,
            what,
            mark: mark ?? noMark(),
          },
        ];
  const lines = rows.flatMap(({ person, strips }) =>
    strips.flatMap((strip): Line[] => {
      const other = people.find((one) => one !== person) ?? person;
      const { goal } = strip.commitment;
      const noticed =
        other === me
          ? t("goalWhatYouNoticed", { goal })
          : t("goalWhatOtherNoticed", { goal, other: nameOf(other) });
      return [
        ...strip.cells.flatMap((cell) =>
          line(strip, person, cell, goal, cell.mark && MARK[cell.mark]),
        ),
        ...(strip.noticed ?? []).flatMap((cell) =>
          line(strip, other, cell, noticed, cell.mark && NOTICED[cell.mark]),
        ),
      ];
    }),
  );
  return lines.sort((a, b) => (a.first < b.first ? -1 : Number(a.first > b.first)));
}
