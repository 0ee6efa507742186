import { useNavigate, useSearchParams } from "@remix-run/react";
import { useState } from "react";
import { isMineToFind } from "#client/export/own-texts.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import { wantsOf } from "#domain/pieces/wanted.ts";
import { Lanes } from "#components/lanes.tsx";
import { Empty, Notice } from "#components/notice.tsx";
import { OfflineNotice } from "#components/offline-notice.tsx";
import { Status } from "#components/status.tsx";
import { DoubtNotice } from "../room/doubt-notice.tsx";
import { KeysChanged } from "../room/keys-changed.tsx";
import { PausedNotice } from "../room/paused-notice.tsx";
import { RoomBar } from "../room/room-bar.tsx";
import { whySetAside } from "../room/set-aside.ts";
import { otherName } from "../room/words.ts";
import { AfterPause, useAfterPause } from "./after-pause.tsx";
import { useBeginning } from "./beginning.ts";
import { DeletedNotice, useDeleted } from "./deleted-notice.tsx";
import { DoorCardView } from "./door-card.tsx";
import { FindMine } from "./find-mine.tsx";
import { MineCardView } from "./mine-card.tsx";
import { PracticeSuggested } from "./practice-suggested.tsx";
import { SetAside } from "./set-aside.tsx";
import { SharedCardView } from "./shared-card.tsx";
import { inDays, WhatChanged } from "./what-changed.tsx";
import { WriteSomething } from "./write-something.tsx";

/** The three places of a room. */
export default function Places() {
  const { hand, scene, room, offline, doubts } = useInRoom();
  const [writing, setWriting] = useState(false);
  const beginning = useBeginning();
  const { mine, door, shared, petname, view } = scene;
  const index = hand.keyring.index.current();
  const wrote = view.pieces.some((piece) => piece.mode !== "own" || piece.role === "author");
  const words = index.recoveryWords && wrote;
  const afterPause = useAfterPause();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const offered = search.has("offered");
  const away = door.filter(
    (card) => (card.is === "question" || card.is === "check-in") && card.putAway,
  );
  const wants = wantsOf(index.rooms[room]?.cards);
  const aside = door.flatMap((card) => {
    const why = card.is === "question" && !card.putAway ? whySetAside(card, wants, index) : null;
    return card.is === "question" && why ? [{ card, why }] : [];
  });
  const unseen = new Set(aside.map(({ card }) => card.piece));
  const near = door.filter((card) => !away.includes(card) && !unseen.has(card.piece));
  const changes = inDays(view.changes.filter(({ piece }) => !unseen.has(piece)));
  const deleted = useDeleted();
  const waiting = near.some(
    (card) =>
      card.is === "waiting" || ((card.is === "proposal" || card.is === "question") && !card.mine),
  );

  return (
    <>
      <RoomBar />
      <Lanes
        title="The three places"
        before={
          (offline ||
            offered ||
            deleted.length > 0 ||
            words ||
            changes.length > 0 ||
            doubts.pieces.size > 0 ||
            doubts.record ||
            scene.keysChanged ||
            view.pause.paused ||
            afterPause ||
            !view.other) && (
            <>
              {deleted.map((piece) => (
                <DeletedNotice key={piece} piece={piece} />
              ))}
              {offered && (
                <Notice
                  beside
                  live
                  title="Offered."
                  actions={
                    <Button
                      onClick={() => setSearch({}, { replace: true, preventScrollReset: true })}
                    >
                      Put this away
                    </Button>
                  }
                >
                  Silence means nothing. There is nothing that you have to wait for here; perhaps do
                  something for yourself now.
                </Notice>
              )}
              {offline && <OfflineNotice kept={hand.keyring.remembered} />}
              <KeysChanged compare />
              {view.pause.paused && <PausedNotice />}
              {afterPause && <AfterPause />}
              <DoubtNotice />
              <WhatChanged told={changes} />
              {words && (
                <Notice
                  beside
                  title="Keep your recovery words now."
                  actions={
                    <ButtonLink to={`/words?next=${encodeURIComponent(`/room/${room}`)}`}>
                      Show my words
                    </ButtonLink>
                  }
                >
                  What you have written can be read by nobody but you. Without these words, a
                  forgotten password would lock it away for good.
                </Notice>
              )}
              {!view.other && (
                <Notice
                  beside
                  title="Nobody else is in this room."
                  actions={
                    <ButtonLink to={`/room/${room}/invite`}>
                      {view.invitation ? "Your link" : "Invite one person"}
                    </ButtonLink>
                  }
                >
                  You can write here alone for as long as you like. What you write stays yours until
                  you offer it.
                </Notice>
              )}
            </>
          )
        }
        after={<PracticeSuggested />}
        lanes={[
          {
            id: "mine",
            title: "Mine",
            note: "only you can open these",
            children: (
              <>
                <Button look="primary" wide onClick={() => setWriting(true)}>
                  Write something new
                </Button>
                {view.pieces.some(isMineToFind) && <FindMine />}
                {mine.length === 0 ? (
                  <Empty title="Nothing here yet.">
                    <p>
                      What you write begins here, encrypted on your device. Nobody learns that it
                      exists until you offer it.
                    </p>
                  </Empty>
                ) : (
                  mine.map((card) => <MineCardView key={card.piece} card={card} />)
                )}
              </>
            ),
          },
          {
            id: "door",
            title: "At the door",
            note: "offered, not answered",
            children: (
              <>
                {near.length === 0 ? (
                  <Empty title="Nobody is waiting.">
                    <p>
                      What one of you offers stands here as a closed envelope, until the other opens
                      it or does not. Silence here means nothing.
                    </p>
                  </Empty>
                ) : (
                  near.map((card) => <DoorCardView key={`${card.is} ${card.piece}`} card={card} />)
                )}
                {away.length > 0 && (
                  <details className="space-y-4">
                    <summary className="flex min-h-target items-center text-s text-ink-soft">
                      Put away ({away.length})
                    </summary>
                    {away.map((card) => (
                      <DoorCardView key={card.piece} card={card} />
                    ))}
                  </details>
                )}
                <SetAside aside={aside} />
              </>
            ),
          },
          {
            id: "shared",
            title: "Shared",
            note: "you both said yes",
            children:
              shared.length === 0 ? (
                <Empty title="Nothing is shared yet.">
                  <p>
                    Here is what you opened from {otherName(petname)}, and what the two of you write
                    and sign together.
                  </p>
                </Empty>
              ) : (
                shared.map((card) => <SharedCardView key={card.piece} card={card} />)
              ),
          },
        ]}
      />
      <Status quiet>{waiting ? "Something waits at the door." : ""}</Status>
      <WriteSomething
        key={beginning.asked?.says}
        first={beginning.asked}
        open={writing || beginning.asked !== null}
        onClose={() => {
          setWriting(false);
          beginning.done();
        }}
        onBegun={(piece) => void navigate(`/room/${room}/${piece}`)}
      />
    </>
  );
}
