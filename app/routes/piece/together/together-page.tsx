import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { Undo } from "#client/pieces/undo.ts";
import { Bar } from "#components/bar.tsx";
import { Button, ButtonLink } from "#components/button.tsx";
import { Chip } from "#components/chip.tsx";
import { Who } from "#components/dot.tsx";
import { TitleField } from "#components/editor/title-field.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { Switch } from "#components/switch.tsx";
import type { PieceId } from "#domain/ids.ts";
import { DoubtNotice } from "../../room/doubt-notice.tsx";
import { KIND, theOther } from "../../room/words.ts";
import { PieceNotices } from "../piece-notices.tsx";
import { CloseForBoth } from "./close-for-both.tsx";
import { Reopen } from "./reopen.tsx";
import type { OpenTogetherProps, TogetherKind, WrittenTogether } from "./use-written-together.ts";

type Props = OpenTogetherProps & {
  readonly kind: TogetherKind;
  readonly written: WrittenTogether;
  readonly titleText: Y.Text;
  readonly undo: Undo;
  /** What it is called while it has no title. */
  readonly untitled: string;
  /** What can still be done here in a pause. */
  readonly inPause: string;
  /** In the bar, beside the kind: "Saved". */
  readonly status: ReactNode;
  /** Beneath the title: what counts here. */
  readonly lead: ReactNode;
  /** Beneath what is said of the room and of the saving. */
  readonly notices: ReactNode;
  readonly children: ReactNode;
};

/**
 * What every page of a piece that both write has: who is here, its title, how the room stands, whether
 * it is closed or in doubt, and the ways to close it and to open it again.
 */
export function TogetherPage(props: Props) {
  const { view, state, kind, opened, written, undo, untitled } = props;
  const { t } = useTranslation("piece-together");
  const { hand, room, scene } = useInRoom();
  const { presence, title, readOnly } = written;
  const { paused, left } = scene.view.pause;
  return (
    <>
      <Bar
        back={{ to: `/room/${room}#shared`, label: t("room") }}
        status={
          <>
            <span className="max-sm:hidden">
              <Chip>{KIND[kind]}</Chip>
            </span>
            {props.status}
          </>
        }
        actions={
          state.is === "open" &&
          !paused && (
            <>
              <Switch
                side="before"
                label={presence.on ? t("presenceOn") : t("presenceOff")}
                checked={presence.on}
                onChange={(event) => presence.set(event.currentTarget.checked)}
              />
              <CloseForBoth piece={view.piece} />
            </>
          )
        }
      />
      <Page>
        {presence.both && (
          <p role="status" className="mb-3">
            <Who person="two">{t("nameIsHereToo", { name: theOther(scene.petname) })}</Who>
          </p>
        )}
        {readOnly ? (
          <h1 className="text-2xl sm:text-3xl">{title || untitled}</h1>
        ) : (
          <>
            <h1 className="sr-only">{title || untitled}</h1>
            <TitleField
              text={props.titleText}
              undo={undo}
              label={t("title")}
              placeholder={t("aTitle")}
              {...written.caretsIn(props.titleText)}
            />
          </>
        )}
        {props.lead}
        <div className="mt-5 space-y-3 empty:hidden">
          <DoubtNotice piece={view.piece} />
          {paused && (
            <Notice title={left ? t("youLeftThisRoom") : t("thisRoomIsPaused")}>
              {left ? t("youCanReadThisNothingMore") : props.inPause}
            </Notice>
          )}
          {written.newer && (
            <Notice live title={t("writtenInWithANewerVersion")}>
              {t("nothingIsLostLoadThePage")}
            </Notice>
          )}
          {state.is === "closed" && !paused && <Reopen view={view} state={state} />}
          <PieceNotices
            piece={opened.piece}
            snapshot={opened.snapshot}
            remembered={hand.keyring.remembered}
          />
          {props.notices}
        </div>
        {props.children}
      </Page>
    </>
  );
}

/** Where its history is told, and its way onto paper. */
export function HistoryAndPrint({ piece }: { piece: PieceId }) {
  const { t } = useTranslation("piece-together");
  const { room } = useInRoom();
  return (
    <>
      <ButtonLink look="quiet" to={`/room/${room}/record?piece=${piece}`}>
        {t("history")}
      </ButtonLink>
      <Button look="quiet" onClick={() => print()}>
        {t("print")}
      </Button>
    </>
  );
}
