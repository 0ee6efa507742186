import { useTranslation } from "react-i18next";
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
  const { t } = useTranslation("piece-boundaries");
  const { room, scene } = useInRoom();
  const agreed = useAgreed();
  const other = otherName(scene.petname);
  return (
    <BoundariesFrame
      actions={
        <Button look="quiet" onClick={() => print()}>
          {t("print")}
        </Button>
      }
    >
      {agreed === null ? (
        <SkeletonText label={t("openingWhatYouAgreed")} />
      ) : agreed.length === 0 ? (
        <Empty title={t("nothingIsAgreedYetAndNothing")}>
          <p>{t("aBoundaryHoldsWithoutItIf", { other })}</p>
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
                    {words ?? t("theseWordsCannotBeReadOn")}
                  </p>
                  <p className="mt-1 text-s text-ink-soft">
                    {t("agreedDayYouAndOtherSigned", { day: sayDay(on), other })}
                  </p>
                </li>
              ))}
            </ul>
            <ButtonLink to={`/room/${room}/${card.piece}`}>{t("openTheAgreement")}</ButtonLink>
          </section>
        ))
      )}
    </BoundariesFrame>
  );
}
