import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import { useEarlier } from "#client/hooks/use-earlier.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { earlierStates } from "#client/pieces/earlier.ts";
import type { Undo } from "#client/pieces/undo.ts";
import type { FrameCipher } from "#client/sync/frame-cipher.ts";
import { Button } from "#components/button.tsx";
import { CopyButton } from "#components/copy-button.tsx";
import { Rewording } from "#components/editor/changes.tsx";
import type { PieceId } from "#domain/ids.ts";
import { known } from "#domain/newer.ts";
import {
  hadText,
  MUCH_OF_LINES,
  partText,
  sinceThen,
  type HadPart,
  type HadTogether,
  type Since,
} from "#domain/pieces/earlier.ts";
import { Earliers } from "../bring-back.tsx";

type Props = {
  readonly piece: PieceId;
  readonly doc: Y.Doc;
  readonly cipher: FrameCipher;
  readonly epoch: number;
  readonly undo: Undo;
  readonly readOnly: boolean;
  readonly read: (doc: Y.Doc) => HadTogether | null;
  /** Adds words as a line of one's own; tells whether there was room. */
  readonly add: (part: HadPart) => boolean;
};

/**
 * What stood earlier in a piece that both write. It is never put back over what is there now, which may
 * be the other's: words of then can be added as a line, or copied.
 */
export function EarlierTogether(props: Props) {
  const { piece, doc, cipher, epoch, read } = props;
  const { t } = useTranslation("piece");
  const { hand } = useInRoom();
  const { device } = useTab();
  const { keyring } = hand;
  const states = useMemo(() => {
    if (!keyring.remembered) return null;
    const isGone = () => known(keyring.index.current().gone)?.includes(piece) ?? false;
    return earlierStates({ device, cipher, piece, epoch, now: Date.now, isGone });
  }, [keyring, device, cipher, piece, epoch]);
  const { any } = useEarlier(states, doc, read, MUCH_OF_LINES);
  if (!states || !any) return null;
  return (
    <Earliers
      states={states}
      title={t("whatStoodHereEarlier")}
      about={t("keptOnThisDeviceAloneNothing")}
      renderOne={({ had }) => had.is === "together" && <Then {...props} then={had} />}
      renderActs={({ had }, close) => (
        <>
          <CopyButton words={hadText(had)} label={t("copyTheWords")} />
          <Button look="quiet" onClick={close}>
            {t("leaveItAsItIsNow")}
          </Button>
        </>
      )}
    />
  );
}

function Then({ doc, undo, readOnly, read, add, then }: Props & { then: HadTogether }) {
  const { t } = useTranslation("piece");
  const [added, setAdded] = useState<ReadonlySet<HadPart>>(new Set());
  const [full, setFull] = useState(false);
  // As it is when somebody looks: what they add meanwhile is said beside it.
  const [since] = useState(() => sinceThen(then, read(doc)));
  const addAgain = (part: HadPart) => {
    undo.endStep();
    const done = add(part);
    undo.endStep();
    if (done) setAdded(new Set([...added, part]));
    setFull(!done);
  };
  return (
    <>
      {then.title && (
        <p className="font-serif text-l font-medium" dir="auto">
          {then.title}
        </p>
      )}
      <ul className="divide-y divide-line">
        {since.map((one) => (
          <li key={one.part.id} className="space-y-1.5 py-3">
            <SinceThen since={one} />
            {one.is !== "same" && !readOnly && (
              <p role="status" className="text-s">
                {added.has(one.part) ? (
                  t("addedAtTheEnd")
                ) : (
                  <Button onClick={() => addAgain(one.part)}>{t("addTheseWordsAsALine")}</Button>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
      {full && <p role="alert">{t("thereIsNoRoomForAnotherLine")}</p>}
      <p className="text-s text-ink-soft">{t("nothingThatStandsThereChanges")}</p>
    </>
  );
}

function SinceThen({ since }: { since: Since }) {
  const { t } = useTranslation("piece");
  const { part } = since;
  return (
    <>
      <p className="text-s text-ink-soft">
        {t(
          since.is === "same"
            ? "itSaysTheSameNow"
            : since.is === "gone"
              ? "itIsNotThereNow"
              : "itSaysSomethingElseNow",
        )}
      </p>
      <p className="font-serif text-m wrap-anywhere whitespace-pre-line" dir="auto">
        {partText(part)}
      </p>
      {since.is === "changed" && (
        <p
          className="border-s-2 border-line ps-3 text-s wrap-anywhere whitespace-pre-line"
          dir="auto"
        >
          <span className="sr-only">{t("whatChangedSince")}: </span>
          <Rewording before={partText(part)} after={since.now} />
        </p>
      )}
    </>
  );
}
