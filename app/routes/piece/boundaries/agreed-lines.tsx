import { useAgreed } from "#client/hooks/use-agreed.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { sayDay } from "#client/rooms/day.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import { Empty } from "#components/notice.tsx";
import { Seam } from "#components/seam.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { otherName, THEME } from "../../room/words.ts";
import { BoundariesFrame } from "./boundaries-frame.tsx";

/** Lines that both have signed, from every agreement of the room. */
export function AgreedLines() {
  const { room, scene } = useInRoom();
  const agreed = useAgreed();
  const other = otherName(scene.petname);
  return (
    <BoundariesFrame
      actions={
        <Button look="quiet" onClick={() => print()}>
          Print
        </Button>
      }
    >
      {agreed === null ? (
        <SkeletonText label="Opening what you agreed" />
      ) : agreed.length === 0 ? (
        <Empty title="Nothing is agreed yet, and nothing has to be.">
          <p>
            A boundary holds without it. If one of you would like to turn a line into something that
            both of you promise, propose an agreement from it: you find that beside each line from{" "}
            {other}.
          </p>
        </Empty>
      ) : (
        agreed.map(({ card, lines }) => (
          <section key={card.piece} className="mb-10">
            <h2 className="text-l">{card.title.trim() || THEME[card.theme]}</h2>
            <Seam />
            <ul className="boundaries">
              {lines.map(({ line, words, on }) => (
                <li key={line}>
                  <p className="boundary-words" dir="auto">
                    {words ?? "These words cannot be read on this device."}
                  </p>
                  <p className="mt-1 text-s text-ink-soft">
                    Agreed, {sayDay(on)}. You and {other} signed.
                  </p>
                </li>
              ))}
            </ul>
            <ButtonLink to={`/room/${room}/${card.piece}`}>Open the agreement</ButtonLink>
          </section>
        ))
      )}
    </BoundariesFrame>
  );
}
