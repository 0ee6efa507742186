import { useState, type ReactElement } from "react";
import { useText } from "#client/hooks/use-text.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { LineWords } from "#client/crypto/lines.ts";
import type { Line } from "#client/pieces/line-document.ts";
import { sayDay } from "#client/rooms/day.ts";
import {
  signLine,
  takeSignatureBack,
  type OpenedLine,
  type OpenedWording,
} from "#client/rooms/together.ts";
import { Button } from "#components/button.tsx";
import { Rewording } from "#components/editor/changes.tsx";
import { Seam } from "#components/seam.tsx";
import type { PieceId } from "#domain/ids.ts";
import { wordsToSign } from "#domain/pieces/agreement.ts";
import type { Result } from "#domain/result.ts";
import { otherName, sorry } from "../../room/words.ts";
import { Signatures, type SignAct } from "./signatures.tsx";
import "./agreement.css";

type Props = {
  readonly piece: PieceId;
  readonly line: Line;
  /** Where the line's words are written. */
  readonly field: ReactElement;
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
  const { piece, line, field, signed, lineWords, readOnly, saved, onTrouble } = props;
  const { hand, paired, scene, refresh } = useInRoom();
  const text = useText(line.text);
  const [rewording, setRewording] = useState(false);
  const [pending, setPending] = useState(false);
  const now = wordsToSign(text);
  const words = now.ok ? now.value : null;
  const standing = signed?.standing ?? null;
  const differs = words !== null && words !== standing?.words;
  const proposals = signed?.proposed ?? [];
  const current = proposals.find((one) => one.words !== null && one.words === words) ?? null;
  /** Signed by one, but no longer what stands in the line: still there to be signed, as it was. */
  const earlier = proposals.filter((one) => one !== current && one.words !== null);

  const run = async (act: () => Promise<Result<null>>) => {
    if (pending) return;
    setPending(true);
    const done = await act();
    onTrouble(done.ok ? null : sorry(done.refusal.code));
    await refresh();
    setPending(false);
  };
  const sign: SignAct = (toSign) => {
    if (!paired || !lineWords) return;
    void run(() => signLine(hand, paired, piece, line.id, toSign, lineWords));
  };
  const takeBack = ({ view }: OpenedWording) => {
    if (!paired) return;
    void run(() => takeSignatureBack(hand, paired, piece, line.id, view.hash));
  };
  const shared = { pending, readOnly, other: otherName(scene.petname), sign, takeBack };

  return (
    <div className="agreement-line">
      <div className="min-w-0">
        {standing ? (
          <>
            <p className="agreed-words">
              {standing.words ?? "These words cannot be read on this device."}
            </p>
            {(differs || rewording) && (
              <div className="new-wording" data-by={signerOf(current)}>
                <p className="text-s text-ink-soft">{newWordingBy(current, shared.other)}</p>
                {rewording && !readOnly ? (
                  field
                ) : (
                  <p className="agreed-words">
                    <Rewording before={standing.words ?? ""} after={words ?? ""} />
                  </p>
                )}
              </div>
            )}
            {!readOnly && (
              <Button look="quiet" className="-ml-2.5" onClick={() => setRewording(!rewording)}>
                {rewording ? "Done with the wording" : "Propose a new wording"}
              </Button>
            )}
          </>
        ) : (
          field
        )}
        {earlier.map((one) => (
          <div key={one.view.hash} className="new-wording" data-by={signerOf(one)}>
            <p className="text-s text-ink-soft">Signed in these words</p>
            <p className="agreed-words">
              {standing?.words ? (
                <Rewording before={standing.words} after={one.words ?? ""} />
              ) : (
                one.words
              )}
            </p>
            <Signatures {...shared} wording={one} words={one.words} ready />
          </div>
        ))}
      </div>
      <div className="signatures">
        {standing && <Agreed wording={standing} {...shared} />}
        {(differs || !standing) && words !== null && (
          <Signatures
            {...shared}
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

const signerOf = (wording: OpenedWording | null) =>
  wording?.view.signatures.every(({ by }) => by === "other") ? "other" : "me";

function newWordingBy(wording: OpenedWording | null, other: string): string {
  if (!wording) return "New wording, not signed yet";
  return `New wording, proposed by ${signerOf(wording) === "other" ? other : "you"}`;
}

function Agreed({
  wording,
  other,
  pending,
  readOnly,
  takeBack,
}: {
  wording: OpenedWording;
  other: string;
  pending: boolean;
  readOnly: boolean;
  takeBack: (wording: OpenedWording) => void;
}) {
  const [sure, setSure] = useState(false);
  const day = wording.view.signatures.map(({ on }) => on).reduce((a, b) => (a > b ? a : b));
  return (
    <div className="agreed">
      <Seam />
      <p>Agreed, {sayDay(day)}</p>
      <p className="text-ink-soft">You and {other} signed</p>
      {!readOnly &&
        (sure ? (
          <div className="flex flex-wrap items-center gap-1">
            <Button pending={pending} onClick={() => takeBack(wording)}>
              Yes, take it back
            </Button>
            <Button look="quiet" onClick={() => setSure(false)}>
              Leave it
            </Button>
          </div>
        ) : (
          <button type="button" className="taking-back" onClick={() => setSure(true)}>
            Take my signature back
          </button>
        ))}
    </div>
  );
}
