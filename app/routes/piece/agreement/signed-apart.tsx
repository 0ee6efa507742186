import { useTranslation } from "react-i18next";
import { useLines } from "#client/hooks/use-lines.ts";
import type { Line, LineDocument } from "#client/pieces/line-document.ts";
import type { LineWords } from "#client/crypto/lines.ts";
import { sayDay, today } from "#client/rooms/day.ts";
import type { OpenedLine, OpenedWording } from "#client/rooms/together.ts";
import { Button } from "#components/button.tsx";
import type { PieceId } from "#domain/ids.ts";
import { sleeps, wordingOf } from "#domain/pieces/agreement.ts";
import { Agreed } from "./agreed.tsx";
import { apartFrom } from "./apart-from.ts";
import { SignedWording } from "./signed-wording.tsx";
import { useSigning } from "./use-signing.ts";
import "./agreement.css";

type Props = {
  readonly piece: PieceId;
  readonly document: LineDocument;
  readonly signed: readonly OpenedLine[];
  readonly lineWords: LineWords | null;
  readonly readOnly: boolean;
  readonly onTrouble: (sentence: string | null) => void;
};

/**
 * What stands apart from the lines: what both have retired; what somebody took out of the page before
 * anything of it was signed; and lines that somebody has signed and the document does not show any more.
 * Their words are in the record of what was signed, so nothing that one of the two does to the document
 * takes them away, or a signature out of the hand of who gave it.
 */
export function SignedApart(props: Props) {
  const { document, signed, readOnly } = props;
  const { t } = useTranslation("piece-agreement");
  const { shown, retired: takenOut } = useLines(document);
  const { agreed, pending, retired } = apartFrom(shown, signed);
  const loose = takenOut.filter(
    ({ id }) => ![...agreed, ...pending].some(({ line }) => line === id),
  );
  const all: readonly Line[] = [...shown, ...takenOut];
  return (
    <>
      {agreed.length > 0 && (
        <Apart id="apart" title={t("agreedAndStillStanding")}>
          {agreed.map((one) => (
            <ApartLine key={one.line} {...props} one={one} />
          ))}
        </Apart>
      )}
      {pending.length > 0 && (
        <Apart id="pending" title={t("signedByOneAndNotAmongThe")}>
          {pending.map((one) => (
            <ApartLine key={one.line} {...props} one={one} />
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

/** What was signed of a line, and the way to take one's own signature back. */
function ApartLine(props: Props & { readonly one: OpenedLine }) {
  const { one } = props;
  const { t } = useTranslation("piece-agreement");
  const signing = useSigning({ ...props, line: one.line });
  const { standing, proposed } = one;
  const agreed = standing && wordingOf(standing.words ?? "");
  const asleep = agreed !== null && sleeps(agreed, today());
  return (
    <li className="agreement-line">
      <div className="min-w-0">
        {standing && (
          <p className="agreed-words" data-asleep={asleep || undefined}>
            {agreed?.words || t("theseWordsCannotBeReadOn")}
          </p>
        )}
        {proposed.map((wording) => (
          <SignedWording
            key={wording.view.hash}
            wording={wording}
            standing={standing}
            signing={signing}
          />
        ))}
      </div>
      <div className="signatures">
        {standing && <Agreed wording={standing} asleep={asleep} {...signing} />}
      </div>
    </li>
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
