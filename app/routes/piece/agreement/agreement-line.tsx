import { useState, type ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { interfaceWords } from "#app/language/languages.ts";
import type { LineWords } from "#client/crypto/lines.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { useText } from "#client/hooks/use-text.ts";
import type { Line, LineDocument } from "#client/pieces/line-document.ts";
import { today } from "#client/rooms/day.ts";
import type { OpenedLine, OpenedWording } from "#client/rooms/together.ts";
import { Button } from "#components/button.tsx";
import { Rewording } from "#components/editor/changes.tsx";
import type { Order } from "#components/editor/lines-editor.tsx";
import type { PieceId } from "#domain/ids.ts";
import { RETIRED, sleeps, wordingOf, wordsToSign } from "#domain/pieces/agreement.ts";
import { asks } from "#domain/pieces/templates.ts";
import { Agreed } from "./agreed.tsx";
import { LineMargin } from "./line-margin.tsx";
import { LineMore } from "./line-more.tsx";
import { Signatures } from "./signatures.tsx";
import { SignedWording, signerOf } from "./signed-wording.tsx";
import { useSigning } from "./use-signing.ts";
import "./agreement.css";

type Props = {
  readonly piece: PieceId;
  readonly document: LineDocument;
  readonly line: Line;
  /** Where the line's words are written. */
  readonly field: ReactElement;
  readonly order: Order;
  readonly signed: OpenedLine | null;
  readonly lineWords: LineWords | null;
  readonly readOnly: boolean;
  /** Everything written so far is on the server; what is not yet there must not be signed. */
  readonly saved: boolean;
  readonly onTrouble: (sentence: string | null) => void;
};

/**
 * A line and its signatures. Agreed words stand as they were signed, whatever is typed; new words for
 * the line are written and shown beneath them.
 */
export function AgreementLine(props: Props) {
  const { t } = useTranslation("piece-agreement");
  const { piece, document, line, field, order, signed } = props;
  const { lineWords, readOnly, saved, onTrouble } = props;
  const { room } = useInRoom();
  const text = useText(line.text);
  const [rewording, setRewording] = useState(false);
  const [remarking, setRemarking] = useState(false);
  const now = wordsToSign(text, line.review);
  const words = now.ok ? now.value : null;
  const standing = signed?.standing ?? null;
  const differs = words !== null && words !== standing?.words;
  const proposals = signed?.proposed ?? [];
  const current = proposals.find((one) => one.words !== null && one.words === words) ?? null;
  /** Signed by one, but no longer what stands in the line: still there to be signed, as it was. */
  const earlier = proposals.filter((one) => one !== current && one.words !== null);
  const agreed = standing && wordingOf(standing.words ?? "");
  const asleep = agreed !== null && sleeps(agreed, today());

  const signing = useSigning({ piece, line: line.id, lineWords, readOnly, onTrouble });

  return (
    <div className="agreement-line">
      <div className="min-w-0">
        {line.prompt && <p className="text-s text-ink-soft">{asks(line.prompt)}</p>}
        {standing ? (
          <>
            <p className="agreed-words" data-asleep={asleep || undefined}>
              {standing.words === null ? t("theseWordsCannotBeReadOn") : agreed?.words}
            </p>
            {(differs || rewording) && (
              <div className="new-wording" data-by={signerOf(current)}>
                <p className="text-s text-ink-soft">{newWordingBy(current, signing.other)}</p>
                {rewording && !readOnly ? (
                  field
                ) : (
                  <p className="agreed-words">
                    <Rewording before={standing.words ?? ""} after={words ?? ""} />
                  </p>
                )}
              </div>
            )}
          </>
        ) : (
          field
        )}
        {earlier.map((one) => (
          <SignedWording key={one.view.hash} wording={one} standing={standing} signing={signing} />
        ))}
        {!readOnly && (
          <div className="line-acts">
            {standing && (
              <Button look="quiet" onClick={() => setRewording(!rewording)}>
                {rewording ? t("doneWithTheWording") : t("proposeANewWording")}
              </Button>
            )}
            <LineMore
              line={line}
              order={order}
              history={`/room/${room}/record?piece=${piece}&line=${line.id}`}
              onReview={(review) => document.setReview(line.id, review)}
              onRemark={() => setRemarking(true)}
              onRetire={standing && standing.words !== RETIRED ? () => signing.sign(RETIRED) : null}
              onTakeOut={signed ? null : () => document.retire(line.id)}
            />
          </div>
        )}
        <LineMargin text={document.margin(line.id)} asked={remarking} readOnly={readOnly} />
      </div>
      <div className="signatures">
        {standing && <Agreed wording={standing} asleep={asleep} {...signing} />}
        {(differs || !standing) && words !== null && (
          <Signatures
            {...signing}
            wording={current}
            words={words}
            ready={saved}
            rewording={differs && standing !== null}
          />
        )}
      </div>
    </div>
  );
}

function newWordingBy(wording: OpenedWording | null, other: string): string {
  const t = interfaceWords("piece-agreement");
  if (!wording) return t("newWordingNotSignedYet");
  return signerOf(wording) === "other" ? t("newWordingByOther", { other }) : t("newWordingByYou");
}
