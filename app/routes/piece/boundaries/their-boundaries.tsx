import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLineAnswers, useLinesVersion } from "#client/hooks/use-lines-version.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { theirListTitle } from "#client/rooms/boundaries.ts";
import { sayDay } from "#client/rooms/day.ts";
import { note } from "#client/rooms/own-pieces.ts";
import { otherIn } from "#client/rooms/versions.ts";
import { ButtonLink } from "#components/button.tsx";
import { Who } from "#components/dot.tsx";
import { Empty, Notice } from "#components/notice.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { Switch } from "#components/switch.tsx";
import { boundariesText, type BoundaryLine } from "#domain/pieces/boundaries.ts";
import type { OpenedView, ReceivedView } from "#domain/piece-view.ts";
import { DoubtNotice } from "../../room/doubt-notice.tsx";
import { KIND, otherName, theOther } from "../../room/words.ts";
import { KeepWords } from "../keep-words.tsx";
import { NotOpened } from "../not-opened.tsx";
import { BoundariesFrame } from "./boundaries-frame.tsx";
import { usePriorAnswers } from "./use-prior-answers.ts";
import { ReadList } from "./read-list.tsx";

/** The lines of the other's that I opened; they cannot be changed here. */
export function TheirBoundaries({ view }: { view: ReceivedView }) {
  const { t } = useTranslation("piece-boundaries");
  const { scene } = useInRoom();
  const opened = view.opened.at(-1);
  if (!opened) return <NoneOfTheirs />;
  if (opened.takenBack) {
    const other = theOther(scene.petname);
    return (
      <BoundariesFrame>
        <NewEnvelope view={view} />
        <Empty title={t("takenBack")}>
          <p>{t("otherTookTheseLinesBackOn", { other, day: sayDay(opened.takenBack.on) })}</p>
        </Empty>
      </BoundariesFrame>
    );
  }
  return <Standing key={opened.version} view={view} opened={opened} />;
}

const NONE: readonly BoundaryLine[] = [];

function Standing({ view, opened }: { view: ReceivedView; opened: OpenedView }) {
  const { t } = useTranslation("piece-boundaries");
  const { hand, room, scene, paired } = useInRoom();
  const [attempt, setAttempt] = useState(0);
  const [comparing, setComparing] = useState(false);
  const { piece } = view;
  const by = paired && otherIn(paired);
  const offered = (one: OpenedView) =>
    by && { by, key: paired.key, envelope: one.envelope, statement: one.statement };
  const state = useLinesVersion(hand, piece, by && opened.version, offered(opened), attempt);
  const earlier = view.opened.at(-2);
  const comparable = earlier && !earlier.takenBack ? earlier : null;
  const before = useLinesVersion(
    hand,
    piece,
    comparing && comparable ? comparable.version : null,
    comparable && offered(comparable),
  );
  const content = state.is === "open" ? state.content : null;
  const said = useLineAnswers(
    paired,
    hand.keyring.person,
    piece,
    opened.version,
    opened.answer,
    content?.lines.length ?? 0,
  );
  const prior = usePriorAnswers(view, opened, content?.lines ?? NONE);
  useEffect(() => {
    if (!content) return;
    const entry = { kind: "boundaries", title: theirListTitle(), room } as const;
    void note(hand.keyring, piece, { ...entry, openedVersion: opened.version });
  }, [content, hand, piece, room, opened.version]);

  const other = theOther(scene.petname);
  return (
    <BoundariesFrame
      actions={
        <>
          <ButtonLink look="quiet" to={`/room/${room}/record?piece=${piece}`}>
            {t("history")}
          </ButtonLink>
          {content && <KeepWords name="boundaries" words={boundariesText(content.lines)} />}
        </>
      }
    >
      <Who person="two" className="mb-4">
        {t("otherWroteOfferedDay", { other, day: sayDay(opened.on) })}
      </Who>
      <DoubtNotice piece={piece} className="mb-6" />
      <NewEnvelope view={view} />
      {state.is === "opening" && <SkeletonText label={t("openingTheLines")} />}
      {state.is === "refused" && (
        <NotOpened
          code={state.code}
          title={t("theLinesCouldNotBeOpened")}
          onAgain={() => setAttempt(attempt + 1)}
        />
      )}
      {content && comparable && (
        <Switch
          className="mb-2"
          label={t("showWhatChangedSinceTheOnes")}
          checked={comparing}
          onChange={(event) => setComparing(event.currentTarget.checked)}
        />
      )}
      {content && (opened.answer ? said !== undefined : prior !== null) && (
        <ReadList
          key={opened.answer?.statement.hash ?? ""}
          piece={piece}
          opened={opened}
          lines={content.lines}
          before={comparing && before.is === "open" ? before.content.lines : null}
          said={said ?? null}
          prior={prior}
        />
      )}
      {content && (
        <p className="mt-8 max-w-measure text-s text-ink-soft print:hidden">
          {t(opened.answer || opened.told ? "nameSeesThatYouOpened" : "nameIsNotToldThatYou", {
            name: otherName(scene.petname),
          })}
        </p>
      )}
    </BoundariesFrame>
  );
}

function NewEnvelope({ view }: { view: ReceivedView }) {
  const { t } = useTranslation("piece-boundaries");
  const { room, scene } = useInRoom();
  if (!view.door) return null;
  return (
    <Notice
      className="mb-6"
      title={t("nameHasOfferedANewVersion", { name: theOther(scene.petname) })}
      actions={
        <ButtonLink to={`/room/${room}/${view.piece}?door`}>{t("lookAtTheEnvelope")}</ButtonLink>
      }
    >
      {t("whatYouOpenedStaysAsIt")}
    </Notice>
  );
}

/** Nothing of the other's has been opened. */
export function NoneOfTheirs() {
  const { t } = useTranslation("piece-boundaries");
  const { room, scene } = useInRoom();
  const waiting = scene.door.find(
    (card) => card.is === "waiting" && card.envelope?.kind === "boundaries",
  );
  const other = otherName(scene.petname);
  return (
    <BoundariesFrame>
      <Empty
        title={
          waiting
            ? t("boundariesFromOtherAreAtThe", { boundaries: KIND.boundaries, other })
            : t("nothingIsHere")
        }
        actions={
          waiting && (
            <ButtonLink to={`/room/${room}/${waiting.piece}?door`}>
              {t("lookAtItWhenYouLike")}
            </ButtonLink>
          )
        }
      >
        <p>{t("ifOtherOffersLinesAndYou", { other })}</p>
      </Empty>
    </BoundariesFrame>
  );
}
