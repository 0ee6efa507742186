import { useState } from "react";
import type { Fault } from "#client/sync/fault.ts";
import type { OpenPiece, PieceSnapshot } from "#client/sync/open-piece.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { OfflineNotice } from "#components/offline-notice.tsx";

/** What a writer has to know about the state of a piece: offline, refused, faulty, kept aside. */
export function PieceNotices({
  piece,
  snapshot,
  remembered,
}: {
  piece: OpenPiece;
  snapshot: PieceSnapshot;
  remembered: boolean;
}) {
  const { status, faults, aside } = snapshot;
  return (
    <div className="space-y-3 empty:hidden">
      {status.status === "offline" && <OfflineNotice kept={remembered} />}
      {status.status === "refused" && status.code !== "closed" && (
        <Notice live title="This cannot be written in just now.">
          {refusedWords(status.code)}
        </Notice>
      )}
      {[...new Set(faults.map(faultWords))].map((words) => (
        <Notice key={words} tone="alarm" live title="Something is not as it should be.">
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
  const [sure, setSure] = useState(false);
  return (
    <Notice
      title="This could not be sent. It is kept for you, on this device alone."
      actions={
        sure ? (
          <>
            <Button onClick={() => void onDiscard()}>Yes, throw it away</Button>
            <Button look="quiet" onClick={() => setSure(false)}>
              Keep it
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => void navigator.clipboard.writeText(words)}>
              Copy the words
            </Button>
            <Button look="quiet" onClick={() => setSure(true)}>
              Throw it away
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
  switch (code) {
    case "paused":
      return "The room is paused. What you had not sent is kept for you below, if there was any.";
    case "not-signed-in":
      return "You have been signed out. Sign in again to go on.";
    case "not-here":
      return "It is not here any more.";
    case "server-behind":
      return "The server has gone back to an older state. What is on this device is kept; do not clear it, and tell whoever runs the server.";
    default:
      return "The connection was refused. Load the page again.";
  }
}

function faultWords(fault: Fault): string {
  switch (fault.kind) {
    case "gap":
    case "incomplete":
      return "A part of this has not arrived. What you see is whole as far as it goes.";
    case "forged":
    case "unreadable":
      return "Something arrived that does not belong here. It was kept out.";
    case "server-behind":
      return "The server has lost something that it had. What is on this device is kept.";
    case "forked":
      return "This device was set back to an earlier state. What it had not sent is kept below, apart.";
    case "too-large":
      return "What was just put in is too large to save in one piece. Take it out, and add it in parts.";
    case "sealing":
      return "What was just written could not be encrypted, so it is only on this page. Copy it before you close the page.";
    case "storage":
      return "This device has no room to keep what you write. It is still being saved; do not close the page before it says Saved.";
    case "protocol":
      return "The server answered in a way that this page does not know. Load the page again.";
  }
}
