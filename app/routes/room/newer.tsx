import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { NewerCard } from "#client/rooms/cards.ts";
import { Bar } from "#components/bar.tsx";
import { Button } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { DontSend } from "./dont-send.tsx";
import { TakeBack } from "./take-back.tsx";

/** What this page is too old to show. Whatever of it is offered can be taken back all the same. */

/** It in its place in the room. */
export function NewerCardView({ card }: { card: NewerCard }) {
  const { t } = useTranslation("room");
  return (
    <Card title={t("aNewerVersionWroteThis")} actions={<Acts card={card} />}>
      <p>{t("nothingOfItIsChangedHere")}</p>
    </Card>
  );
}

/** It at its own address. */
export function NewerPiece({ card }: { card: NewerCard }) {
  const { t } = useTranslation("room");
  const { room } = useInRoom();
  return (
    <>
      <Bar back={{ to: `/room/${room}`, label: t("room") }} />
      <Page>
        <PageTitle lead={t("nothingOfItIsChangedHere")}>{t("aNewerVersionWroteThis")}</PageTitle>
        <div className="flex flex-wrap gap-2.5">
          <Acts card={card} />
        </div>
      </Page>
    </>
  );
}

function Acts({ card: { piece, offered, waiting } }: { card: NewerCard }) {
  const { t } = useTranslation("room");
  return (
    <>
      <Button onClick={() => location.reload()}>{t("loadThePageAgain")}</Button>
      {waiting && <DontSend piece={piece} version={waiting} />}
      {offered && <TakeBack piece={piece} version={offered} />}
    </>
  );
}
