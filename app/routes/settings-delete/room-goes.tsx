import { Link } from "@remix-run/react";
import type { Going } from "#client/rooms/what-goes.ts";
import { otherName, roomName, theOther } from "../room/words.ts";

/** One room: what is erased, what stays with the other, and what they see. */
export function RoomGoes({ going, petname }: { going: Going; petname: string }) {
  const { room, shared, mine, offered, together } = going;
  const other = otherName(petname);
  return (
    <section aria-labelledby={`room-${room}`}>
      <h2 id={`room-${room}`} className="mb-2 text-xl">
        {roomName(petname, shared)}
      </h2>
      <ul className="list-disc space-y-1.5 pl-5">
        <li>
          {mine === 0
            ? "You have written nothing alone here."
            : `${pieces(mine)} that you wrote alone ${mine === 1 ? "is" : "are"} erased, words and keys.`}
        </li>
        {!shared && (
          <li>Nobody else is in it: the room goes too, and an open link stops working.</li>
        )}
        {shared && offered > 0 && (
          <li>
            {offered === 1 ? "One of them stands" : `${offered} of them stand`} offered. What was
            not opened goes. What {other} opened stays with them, and you cannot know which that is:
            to have it gone,{" "}
            <Link className="link" to={`/room/${room}`}>
              take it back first
            </Link>
            . They can notice that.
          </li>
        )}
        {shared && together > 0 && (
          <li>
            {pieces(together)} that you wrote together {together === 1 ? "stays" : "stay"} with{" "}
            {other}, to read, with what both of you signed.
          </li>
        )}
        {shared && (
          <li>
            {theOther(petname)} sees that the room is paused, as with any pause: not that you
            deleted anything, and not why.
          </li>
        )}
      </ul>
    </section>
  );
}

const pieces = (count: number): string => (count === 1 ? "One piece" : `${count} pieces`);
