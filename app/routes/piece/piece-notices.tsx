import { useState } from "react";
import { useTranslation } from "react-i18next";
import { interfaceWords } from "#app/language/languages.ts";
import type { Fault } from "#client/sync/fault.ts";
import type { OpenPiece, PieceSnapshot } from "#client/sync/open-piece.ts";
import { Button } from "#components/button.tsx";
import { classes } from "#components/classes.ts";
import { CopyButton } from "#components/copy-button.tsx";
import { Notice } from "#components/notice.tsx";
import { OfflineNotice } from "#components/offline-notice.tsx";

/** What a writer has to know about the state of a piece: offline, refused, faulty, kept aside. */
export function PieceNotices({
  piece,
  snapshot,
  remembered,
  className,
}: {
  piece: OpenPiece;
  snapshot: PieceSnapshot;
  remembered: boolean;
  className?: string;
}) {
  const { t } = useTranslation("piece");
  const { status, faults, aside } = snapshot;
  return (
    <div className={classes("space-y-3 empty:hidden", className)}>
      {status.status === "offline" && <OfflineNotice kept={remembered} />}
      {status.status === "refused" && status.code !== "closed" && (
        <Notice live title={t("thisCannotBeWrittenInJust")}>
          {refusedWords(status.code)}
        </Notice>
      )}
      {[...new Set(faults.map(faultWords))].map((words) => (
        <Notice key={words} tone="alarm" live title={t("somethingIsNotAsItShould")}>
          {words}
        </Notice>
      ))}
      {aside.map((copy) => (
        <KeptAside key={copy.id} words={copy.words} onDiscard={() => piece.discardAside(copy.id)} />
      ))}
    </div>
  );
}

function KeptAside({ words, onDiscard }: { words: string; onDiscard: () => Promise<void> }) {
  const { t } = useTranslation("piece");
  const [sure, setSure] = useState(false);
  return (
    <Notice
      title={t("thisCouldNotBeSentIt")}
      actions={
        sure ? (
          <>
            <Button onClick={() => void onDiscard()}>{t("yesThrowItAway")}</Button>
            <Button look="quiet" onClick={() => setSure(false)}>
              {t("keepIt")}
            </Button>
          </>
        ) : (
          <>
            <CopyButton words={words} label={t("copyTheWords")} />
            <Button look="quiet" onClick={() => setSure(true)}>
              {t("throwItAway")}
            </Button>
          </>
        )
      }
    >
      <blockquote className="font-serif text-m whitespace-pre-wrap text-ink">{words}</blockquote>
    </Notice>
  );
}

function refusedWords(code: Extract<PieceSnapshot["status"], { status: "refused" }>["code"]) {
  const t = interfaceWords("piece");
  switch (code) {
    case "paused":
      return t("theRoomIsPausedWhatYou");
    case "not-signed-in":
      return t("youHaveBeenSignedOutSign");
    case "not-here":
      return t("itIsNotHereAnyMore");
    case "server-behind":
      return t("theServerHasGoneBackTo");
    default:
      return t("theConnectionWasRefusedLoadThe");
  }
}

function faultWords(fault: Fault): string {
  const t = interfaceWords("piece");
  switch (fault.kind) {
    case "gap":
    case "incomplete":
      return t("aPartOfThisHasNot");
    case "forged":
    case "unreadable":
      return t("somethingArrivedThatDoesNotBelong");
    case "server-behind":
      return t("theServerHasLostSomethingThat");
    case "forked":
      return t("thisDeviceWasSetBackTo");
    case "too-large":
      return t("whatWasJustPutInIs");
    case "sealing":
      return t("whatWasJustWrittenCouldNot");
    case "storage":
      return t("thisDeviceHasNoRoomTo");
    case "protocol":
      return t("theServerAnsweredInAWay");
  }
}
