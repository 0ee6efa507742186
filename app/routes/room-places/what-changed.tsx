import { useInRoom } from "#client/hooks/use-room.ts";
import { actOnRoom } from "#client/rooms/acts.ts";
import { sayDay } from "#client/rooms/day.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import type { ChangeKind, ChangeView } from "#domain/rooms.ts";
import { theOther } from "../room/words.ts";

/** What each change is called; nothing is said of what a piece is about. */
const CHANGE: Record<ChangeKind, string> = {
  offered: "offered you something",
  proposed: "proposed to write something together",
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
export function WhatChanged() {
  const { hand, room, scene, refresh } = useInRoom();
  const { changes } = scene.view;
  if (changes.length === 0) return null;
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
        {inDays(changes).map(({ on, what, times }) => (
          <li key={`${on} ${what}`}>
            {sayDay(on)}: {theOther(scene.petname)} {CHANGE[what]}
            {times > 1 && ` (${times} times)`}.
          </li>
        ))}
      </ul>
    </Notice>
  );
}

type Told = { readonly on: string; readonly what: ChangeKind; readonly times: number };

/** One line for each kind of change of a day. */
function inDays(changes: readonly ChangeView[]): readonly Told[] {
  const told = new Map<string, Told>();
  for (const { on, what } of changes) {
    const key = `${on} ${what}`;
    told.set(key, { on, what, times: (told.get(key)?.times ?? 0) + 1 });
  }
  return [...told.values()];
}
