import { Link, useNavigate } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useIndex } from "#client/hooks/use-index.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { beginPiece } from "#client/rooms/own-pieces.ts";
import { Bar } from "#components/bar.tsx";
import { Button, ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { known } from "#domain/newer.ts";
import { mayBeOffered } from "#domain/pieces/forms.ts";
import { otherName, sorry, theOther, titleOr } from "../room/words.ts";

/** To leave with one last letter: what it is, and which letter. Nothing happens here yet. */
export default function Goodbye() {
  const { t } = useTranslation("room-goodbye");
  const { hand, room, scene, paired, refresh } = useInRoom();
  const navigate = useNavigate();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const other = otherName(scene.petname);
  const { left } = scene.view.pause;
  const { pieces } = useIndex();
  const letters = scene.mine
    .filter((card) => card.is === "mine")
    .filter(({ piece, kind }) => kind === "letter" && mayBeOffered(known(pieces[piece])?.form));
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
      <Bar back={{ to: `/room/${room}/settings#leaving`, label: t("settings") }} />
      <Page>
        <PageTitle
          lead={
            left ? t("youHaveLeftThisRoomNothing") : t("oneLastLetterWhichOtherFinds", { other })
          }
        >
          {t("leaveWithAGoodbye")}
        </PageTitle>
        {!left && !paired && <Notice>{t("nobodyElseIsInThisRoom")}</Notice>}
        {!left && paired && (
          <div className="max-w-measure space-y-6">
            <ul className="list-disc space-y-1.5 ps-5">
              <li>{t("nameSeesThatTheRoomIs", { name: theOther(scene.petname) })}</li>
              <li>{t("theyCanOpenItPutIt")}</li>
              <li>{t("youSeeEveryWordAsThey")}</li>
              <li>{t("leavingIsForGoodYouCan")}</li>
            </ul>
            {trouble && (
              <Notice tone="alarm" live>
                {trouble}
              </Notice>
            )}
            <div className="flex flex-wrap gap-2.5">
              <Button pending={pending} onClick={() => void write()}>
                {pending ? t("oneMoment") : t("writeIt")}
              </Button>
              <ButtonLink to={`/room/${room}/settings#leaving`}>{t("notNow")}</ButtonLink>
            </div>
            {letters.length > 0 && (
              <section aria-labelledby="letters">
                <h2 id="letters" className="mb-2 text-l">
                  {t("orTakeOneThatYouHave")}
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
