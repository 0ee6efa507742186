import { useTranslation } from "react-i18next";
import { useLines } from "#client/hooks/use-lines.ts";
import type { Line, LineDocument } from "#client/pieces/line-document.ts";
import { sayDay } from "#client/rooms/day.ts";
import type { OpenedLine, OpenedWording } from "#client/rooms/together.ts";
import { Button } from "#components/button.tsx";
import { Seam } from "#components/seam.tsx";
import { RETIRED, wordingOf } from "#domain/pieces/agreement.ts";

type Props = {
  readonly document: LineDocument;
  readonly signed: readonly OpenedLine[];
  readonly readOnly: boolean;
};

/**
 * What stands apart from the lines: what both have retired; what somebody took out of the page before
 * anything of it was signed; and agreed lines that the document does not show any more. Their words are
 * in the record of what both signed, so nothing that one of the two does to the document takes them
 * away.
 */
export function SignedApart({ document, signed, readOnly }: Props) {
  const { t } = useTranslation("piece-agreement");
  const { shown, retired: takenOut } = useLines(document);
  const isRetired = ({ standing }: OpenedLine) => standing?.words === RETIRED;
  const retired = signed.filter(isRetired);
  const apart = signed.filter(
    (one) =>
      one.standing &&
      !isRetired(one) &&
      !shown.some((line) => !line.heading && line.id === one.line),
  );
  const loose = takenOut.filter(({ id }) => !apart.some(({ line }) => line === id));
  const all: readonly Line[] = [...shown, ...takenOut];
  return (
    <>
      {apart.length > 0 && (
        <Apart id="apart" title={t("agreedAndStillStanding")}>
          {apart.map(({ line, standing }) => (
            <li key={line} className="agreement-line">
              <p className="agreed-words">
                {standing?.words ? wordingOf(standing.words).words : t("theseWordsCannotBeReadOn")}
              </p>
              <div className="signatures">
                <Seam />
                <p>{t("youBothSigned")}</p>
              </div>
            </li>
          ))}
        </Apart>
      )}
      {retired.length > 0 && (
        <Apart id="retired" title={t("retiredByBothOfYou")}>
          {retired.map(({ line, standing }) => (
            <li key={line} className="agreement-line">
              <p className="agreed-words text-ink-soft">
                {all.find(({ id }) => id === line)?.text.toString() ?? ""}
              </p>
              <p className="signatures text-ink-soft">
                {standing && t("youBothSignedThatDay", { day: sayDay(lastDay(standing)) })}
              </p>
            </li>
          ))}
        </Apart>
      )}
      {loose.length > 0 && (
        <details className="mt-8 print:hidden">
          <summary className="min-h-target text-ink-soft">
            {t("takenOutLength", { length: loose.length })}
          </summary>
          <ul>
            {loose.map(({ id, text }) => (
              <li key={id} className="agreement-line">
                <p className="agreed-words text-ink-soft">{text.toString()}</p>
                {!readOnly && (
                  <Button look="quiet" onClick={() => document.bringBack(id)}>
                    {t("bringItBack")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Apart({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: readonly JSX.Element[];
}) {
  return (
    <section aria-labelledby={id} className="mt-8">
      <h2 id={id} className="text-l">
        {title}
      </h2>
      <ul>{children}</ul>
    </section>
  );
}

const lastDay = ({ view }: OpenedWording) =>
  view.signatures.map(({ on }) => on).reduce((a, b) => (a > b ? a : b));
