import { useLocation } from "@remix-run/react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { myList } from "#client/rooms/boundaries.ts";
import type { ReceivedView, WrittenView } from "#domain/piece-view.ts";
import { AgreedLines } from "./agreed-lines.tsx";
import { TabContext, TABS, type Tab } from "./boundaries-frame.tsx";
import { MyBoundaries, NoneOfMine } from "./my-boundaries.tsx";
import { NoneOfTheirs, TheirBoundaries } from "./their-boundaries.tsx";

/**
 * Boundaries of both, on one page, reached by either list. What is open stands behind the `#` of the
 * address, which no server sees.
 */
export function Boundaries({ view }: { view: WrittenView | ReceivedView }) {
  const { hash } = useLocation();
  const { hand, scene } = useInRoom();
  const own: Tab = view.role === "author" ? "mine" : "yours";
  const tab = TABS.find((name) => `#${name}` === hash) ?? own;
  const mine = view.role === "author" ? view : myList(scene.view, hand.keyring.index.current());
  const theirs = view.role === "reader" ? view : theirList(scene.shared);
  return (
    <TabContext.Provider value={tab}>
      {tab === "agreed" ? (
        <AgreedLines />
      ) : tab === "mine" ? (
        mine ? (
          <MyBoundaries key={mine.piece} view={mine} />
        ) : (
          <NoneOfMine />
        )
      ) : theirs ? (
        <TheirBoundaries key={theirs.piece} view={theirs} />
      ) : (
        <NoneOfTheirs />
      )}
    </TabContext.Provider>
  );
}

/** The list of the other's that I opened; one that still stands before one that was taken back. */
function theirList(
  shared: ReturnType<typeof useInRoom>["scene"]["shared"],
): ReceivedView | undefined {
  const opened = shared.flatMap((card) =>
    card.is === "opened" && card.kind === "boundaries" ? [card] : [],
  );
  return (opened.find(({ takenBack }) => takenBack === null) ?? opened[0])?.view;
}
