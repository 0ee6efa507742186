import { Navigate } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { Bar } from "#components/bar.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Chip } from "#components/chip.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import type { PieceId } from "#domain/ids.ts";
import { KIND } from "../../room/words.ts";

/** My marks in a plan are looked at in the plan; without it they say nothing. */
export function MarksAlone({ plan }: { plan: PieceId }) {
  const { t } = useTranslation("piece-plan");
  const { room, scene } = useInRoom();
  if (scene.view.pieces.some(({ piece }) => piece === plan)) {
    return <Navigate to={`/room/${room}/${plan}`} replace />;
  }
  return (
    <>
      <Bar
        back={{ to: `/room/${room}#mine`, label: t("mine") }}
        status={
          <span className="max-sm:hidden">
            <Chip>{KIND.plan}</Chip>
          </span>
        }
      />
      <Page>
        <PageTitle lead={t("thePlanThatTheyBelongTo")}>{t("yourMarks")}</PageTitle>
        <ButtonLink to={`/room/${room}`}>{t("backToTheRoom")}</ButtonLink>
      </Page>
    </>
  );
}
