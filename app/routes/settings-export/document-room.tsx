import type { ReactNode } from "react";
import type { RoomData } from "#domain/own-data.ts";
import type { ActKind } from "#domain/rooms.ts";
import { ACT } from "../room-record/acts.ts";
import { otherName, roomName, theOther, titleOr } from "../room/words.ts";
import { AgreementPart, OpenedPart, QuestionPart, WrittenPart } from "./document-pieces.tsx";
import { onDay, sayPace, sayQuietHours, sayStanding, titleOf } from "./document-words.ts";

/** One room of the exported page: what is mine, what is shared, and what is on record. */
export function RoomPart({ room }: { room: RoomData }) {
  const { petname, other, written, opened, together, questions } = room;
  const standing = sayStanding(room);
  return (
    <section className="room" id={room.room}>
      <h2>{roomName(petname, other !== null)}</h2>
      {standing && <p className="soft">{standing}</p>}
      <Part title="What I wrote" things={written}>
        {(piece) => <WrittenPart key={piece.piece} piece={piece} petname={petname} />}
      </Part>
      <Part title={`What I opened from ${otherName(petname)}`} things={opened}>
        {(piece) => <OpenedPart key={piece.version} piece={piece} petname={petname} />}
      </Part>
      <Part title="What we wrote together" things={together}>
        {(piece) => <AgreementPart key={piece.piece} piece={piece} petname={petname} />}
      </Part>
      <Part title="What we were both asked" things={questions}>
        {(one) => <QuestionPart key={one.piece} question={one} petname={petname} />}
      </Part>
      <h3>Settings of this room</h3>
      <dl>
        <dt>Envelopes come</dt>
        <dd>{sayPace(room.settings)}</dd>
        <dt>Quiet hours</dt>
        <dd>{sayQuietHours(room.settings)}</dd>
      </dl>
      <Record room={room} />
    </section>
  );
}

function Part<T>({
  title,
  things,
  children,
}: {
  title: string;
  things: readonly T[];
  children: (thing: T) => ReactNode;
}) {
  if (things.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      {things.map(children)}
    </>
  );
}

type Act = RoomData["record"]["acts"][number];

function Record({ room }: { room: RoomData }) {
  const { record, petname } = room;
  if (record.acts.length === 0) return null;
  return (
    <>
      <h3>The record</h3>
      <table>
        <caption className="soft">
          What both of you may see was signed by who did it; the JSON file has the signatures.
        </caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">What happened</th>
          </tr>
        </thead>
        <tbody>
          {record.acts.map((act, place) => (
            <tr key={place}>
              <td>{onDay(act.on)}</td>
              <td>
                {act.by === "me" ? "You" : theOther(petname)} {doneIn(act)}
                {aboutOf(act, room)}
                {act.quiet && <span className="soft"> · only you see this</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const doneIn = ({ what }: Act): string => ACT[what as ActKind] ?? what;

/** Of what this file holds. */
function aboutOf({ piece }: Act, { written, opened, together, questions }: RoomData): string {
  if (!piece) return "";
  const isIt = (one: { readonly piece: string }) => one.piece === piece;
  const mine = written.find(isIt);
  if (mine) return `: ${titleOr(mine.title, mine.kind)}`;
  const theirs = opened.findLast(isIt);
  if (theirs) return `: ${titleOr(titleOf(theirs.content), theirs.kind)}`;
  const ours = together.find(isIt);
  if (ours) return `: ${titleOr(ours.title, ours.kind ?? "agreement")}`;
  const question = questions.find(isIt);
  return question?.title ? `: ${question.title}` : "";
}
