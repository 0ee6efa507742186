import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { Notice } from "#components/notice.tsx";
import { SafetyOffer } from "#components/safety-offer.tsx";
import { useRoomAct } from "./use-room-act.ts";

/**
 * The safety questions at a turning point inside a room. Where it stands rests on what both know or on
 * what its reader does alone, never on anything that one of them answered.
 */
export function TurningPoint({
  title,
  children,
  beside = false,
  putAway,
  className,
}: {
  title: string;
  children: ReactNode;
  beside?: boolean;
  /** A button that takes the offer away, if it does not go by itself. */
  putAway?: ReactNode;
  className?: string;
}) {
  const { scene } = useInRoom();
  const { run, pending, trouble } = useRoomAct();
  const pause = () => run({ kind: "pause", minutes: null });
  if (scene.view.pause.left) return null;
  return (
    <Notice
      tone="care"
      title={title}
      beside={beside}
      className={className}
      actions={
        <>
          <SafetyOffer where="inside" pending={pending} onPause={() => void pause()} />
          {putAway}
        </>
      }
    >
      <p>{children}</p>
      {trouble && <p role="alert">{trouble}</p>}
    </Notice>
  );
}

/** Before something heavy is offered, and before it is opened: its weight is a word that both see. */
export function BeforeTheHeavy({ className }: { className?: string }) {
  const { t } = useTranslation("room");
  return (
    <TurningPoint title={t("beforeSomethingHeavy")} className={className}>
      {t("aFewQuestionsForYouAlone")}
    </TurningPoint>
  );
}
