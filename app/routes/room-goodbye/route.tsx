import { Link, useNavigate } from "@remix-run/react";
import { useState } from "react";
import { useIndex } from "#client/hooks/use-index.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { beginPiece } from "#client/rooms/own-pieces.ts";
import { Bar } from "#components/bar.tsx";
import { Button, ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { mayBeOffered } from "#domain/pieces/forms.ts";
import { otherName, sorry, theOther, titleOr } from "../room/words.ts";

/** To leave with one last letter: what it is, and which letter. Nothing happens here yet. */
export default function Goodbye() {
  const { hand, room, scene, paired, refresh } = useInRoom();
  const navigate = useNavigate();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const other = otherName(scene.petname);
  const { left } = scene.view.pause;
  const { pieces } = useIndex();
  const letters = scene.mine.filter(
    ({ piece, kind }) => kind === "letter" && mayBeOffered(pieces[piece]?.form),
  );
  const pageOf = (piece: string) => `/room/${room}/${piece}?goodbye`;

  const write = async () => {
    if (pending) return;
    setPending(true);
    const begun = await beginPiece(hand, room, "letter");
    if (!begun.ok) {
      setPending(false);
      return setTrouble(sorry(begun.refusal.code));
    }
    await refresh();
    navigate(pageOf(begun.value));
  };

  return (
    <>
      <Bar back={{ to: `/room/${room}/settings#leaving`, label: "Settings" }} />
      <Page>
        <PageTitle
          lead={
            left
              ? "You have left this room. Nothing more can be sent from it."
              : `One last letter, which ${other} finds at the door when you have gone.`
          }
        >
          Leave with a goodbye
        </PageTitle>
        {!left && !paired && (
          <Notice>Nobody else is in this room, so there is nobody to say goodbye to.</Notice>
        )}
        {!left && paired && (
          <div className="max-w-measure space-y-6">
            <ul className="list-disc space-y-1.5 pl-5">
              <li>
                {theOther(scene.petname)} sees that the room is paused, as with any pause, and a
                closed envelope: a letter, how long it is and how heavy. That you have left, they
                learn only if your letter says so.
              </li>
              <li>
                They can open it, put it off, or say no, and you are not told which. Nothing can be
                sent back to you here. If they have paused the room themselves, it comes when they
                end that; if nobody opens it within thirty days, it goes.
              </li>
              <li>
                You see every word as they would see it before you leave, and can take the letter
                back afterwards.
              </li>
              <li>Leaving is for good. You can also leave without a word.</li>
            </ul>
            {trouble && (
              <Notice tone="alarm" live>
                {trouble}
              </Notice>
            )}
            <div className="flex flex-wrap gap-2.5">
              <Button pending={pending} onClick={() => void write()}>
                {pending ? "One moment" : "Write it"}
              </Button>
              <ButtonLink to={`/room/${room}/settings#leaving`}>Not now</ButtonLink>
            </div>
            {letters.length > 0 && (
              <section aria-labelledby="letters">
                <h2 id="letters" className="mb-2 text-l">
                  Or take one that you have written
                </h2>
                <ul className="border-b border-line">
                  {letters.map(({ piece, kind, title }) => (
                    <li key={piece} className="border-t border-line">
                      <Link
                        className="link inline-flex min-h-target items-center"
                        to={pageOf(piece)}
                      >
                        {titleOr(title, kind)}
                      </Link>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </div>
        )}
      </Page>
    </>
  );
}
