import { useInRoom } from "#client/hooks/use-room.ts";
import { actOnRoom } from "#client/rooms/acts.ts";
import { sayDay } from "#client/rooms/day.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import type { ChangeKind, ChangeView } from "#domain/rooms.ts";
import { theOther } from "../room/words.ts";

/** These stand at the door for all to see, as long as they are in the list at all. */
type AtTheDoor = "offered" | "proposed";
type Told = Exclude<ChangeKind, AtTheDoor>;

/** What each change is called; nothing is said of what a piece is about. */
const CHANGE: Record<Told, string> = {
  "taken-back": "took something back",
  "told-opened": "told you that they opened something of yours",
  "told-no": "told you that they do not want to open something",
  answered: "answered something of yours",
  accepted: "said yes to writing together",
  "line-signed": "signed a line",
  "signature-taken-back": "took a signature back",
  closed: "closed something that you write together",
  "reopening-asked": "asked to open something again",
  reopened: "opened something again with you",
  "pair-begun": "began a question for you both",
  "pair-opened": "and you opened your answers",
  "round-asked": "asked for a round of marking",
  "round-begun": "said yes to a round of marking",
  "round-over": "and you finished a round of marking",
};

/** What the other did since I last looked, in days: a calm list, that goes when it is put away. */
export function WhatChanged({ told }: { told: readonly Line[] }) {
  const { hand, room, scene, refresh } = useInRoom();
  if (told.length === 0) return null;
  const putAway = async () => {
    await actOnRoom(hand, room, { kind: "seen" });
    await refresh();
  };
  return (
    <Notice
      beside
      title="While you were away"
      actions={<Button onClick={() => void putAway()}>I have seen it</Button>}
    >
      <ul className="space-y-1">
        {told.map(({ on, what, times }) => (
          <li key={`${on} ${what}`}>
            {sayDay(on)}: {theOther(scene.petname)} {CHANGE[what]}
            {times > 1 && ` (${times} times)`}.
          </li>
        ))}
      </ul>
    </Notice>
  );
}

type Line = { readonly on: string; readonly what: Told; readonly times: number };

const isTold = (what: ChangeKind): what is Told => what !== "offered" && what !== "proposed";

/** One line for each kind of change of a day. */
export function inDays(changes: readonly ChangeView[]): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const { on, what } of changes) {
    if (!isTold(what)) continue;
    const key = `${on} ${what}`;
    lines.set(key, { on, what, times: (lines.get(key)?.times ?? 0) + 1 });
  }
  return [...lines.values()];
}
