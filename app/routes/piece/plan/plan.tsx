import { useTranslation } from "react-i18next";
import { useTogetherPiece } from "#client/hooks/use-together-piece.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { Bar } from "#components/bar.tsx";
import { Chip } from "#components/chip.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import type { TogetherState, TogetherView } from "#domain/rooms.ts";
import { KIND } from "../../room/words.ts";
import { MyMarks } from "./my-marks.tsx";
import { PlanPage } from "./plan-page.tsx";

type Props = {
  readonly view: TogetherView;
  readonly state: Extract<TogetherState, { is: "open" | "closed" }>;
};

/** A commitment plan: what each of two people says that they will do, and what came of it. */
export function Plan({ view, state }: Props) {
  const { t } = useTranslation("piece-plan");
  const { room } = useInRoom();
  const opened = useTogetherPiece(view.piece, state);
  if (opened.is === "open") {
    return (
      <MyMarks plan={view.piece}>
        <PlanPage key={opened.snapshot.generation} view={view} state={state} opened={opened} />
      </MyMarks>
    );
  }
  return (
    <>
      <Bar
        back={{ to: `/room/${room}#shared`, label: t("room") }}
        status={<Chip>{KIND.plan}</Chip>}
      />
      <Page>
        {opened.is === "opening" ? (
          <SkeletonText label={t("openingThePlan")} />
        ) : (
          <Notice tone="alarm" live title={t("thisPlanDoesNotOpenWith")}>
            {t("nothingWasChangedAskTheOther")}
          </Notice>
        )}
      </Page>
    </>
  );
}
