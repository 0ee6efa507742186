import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RoomData } from "#domain/own-data.ts";
import { isAct, sayAct } from "../room-record/acts.ts";
import { DEPTHS, THEMES_OF_CARDS } from "#domain/pieces/decks.ts";
import { CARD_THEME, cardOf, DEPTH, noWords } from "../room/decks.ts";
import { otherName, roomName, titleOr } from "../room/words.ts";
import { OpenedPart, QuestionPart, WrittenPart } from "./document-pieces.tsx";
import { TogetherPart } from "./document-together.tsx";
import { FIT, onDay, sayPace, sayQuietHours, sayStanding, titleOf } from "./document-words.ts";

/** One room of the exported page: what is mine, what is shared, and what is on record. */
export function RoomPart({ room }: { room: RoomData }) {
  const { t } = useTranslation("settings-export");
  const { petname, other, written, opened, together, questions } = room;
  const standing = sayStanding(room);
  return (
    <section className="room" id={room.room}>
      <h2>{roomName(petname, other !== null)}</h2>
      {standing && <p className="soft">{standing}</p>}
      <Part title={t("whatIWrote")} things={written}>
        {(piece) => <WrittenPart key={piece.piece} piece={piece} petname={petname} />}
      </Part>
      <Part title={t("whatIOpenedFromName", { name: otherName(petname) })} things={opened}>
        {(piece) => <OpenedPart key={piece.version} piece={piece} petname={petname} />}
      </Part>
      <Part title={t("whatWeWroteTogether")} things={together}>
        {(piece) => (
          <TogetherPart
            key={piece.piece}
            piece={piece}
            petname={petname}
            people={room.record.people}
          />
        )}
      </Part>
      <Part title={t("whatWeWereBothAsked")} things={questions}>
        {(one) => <QuestionPart key={one.piece} question={one} petname={petname} />}
      </Part>
      <h3>{t("settingsOfThisRoom")}</h3>
      <dl>
        <dt>{t("envelopesCome")}</dt>
        <dd>{sayPace(room.settings)}</dd>
        <dt>{t("quietHours")}</dt>
        <dd>{sayQuietHours(room.settings)}</dd>
        {room.settings.cards && <Cards cards={room.settings.cards} />}
      </dl>
      <Record room={room} />
    </section>
  );
}

function Part<T>({
  title,
  things,
  children,
}: {
  title: string;
  things: readonly T[];
  children: (thing: T) => ReactNode;
}) {
  if (things.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      {things.map(children)}
    </>
  );
}

/** Which questions I want here. What only a newer version knows by name is said by its name. */
function Cards({ cards }: { cards: NonNullable<RoomData["settings"]["cards"]> }) {
  const { t } = useTranslation("settings-export");
  const depth = DEPTHS.find((one) => one === cards.depth);
  const fits = cards.fits.map((fit) => FIT[fit as keyof typeof FIT] ?? fit);
  const themes = cards.notThemes.map((name) => {
    const theme = THEMES_OF_CARDS.find((one) => one === name);
    return t("theThemeName", { name: theme ? CARD_THEME[theme] : name });
  });
  const words = cards.notCards.map((number) => cardOf(number)?.words ?? noWords());
  return (
    <>
      <dt>{t("questionsAtMost")}</dt>
      <dd>{depth ? DEPTH[depth] : t("asDeepAsThereAre")}</dd>
      <Listed title={t("whatYouAreToEachOther")} names={fits} />
      <Listed title={t("questionsNotForYouTwo")} names={[...themes, ...words]} />
    </>
  );
}

/** A name of a list of descriptions, with everything that belongs to it. */
export const Listed = ({ title, names }: { title: string; names: readonly string[] }) =>
  names.length > 0 && (
    <>
      <dt>{title}</dt>
      {names.map((name, place) => (
        <dd key={place}>{name}</dd>
      ))}
    </>
  );

type Act = RoomData["record"]["acts"][number];

function Record({ room }: { room: RoomData }) {
  const { t } = useTranslation("settings-export");
  const { record, petname } = room;
  if (record.acts.length === 0) return null;
  return (
    <>
      <h3>{t("theRecord")}</h3>
      <table>
        <caption className="soft">{t("whatBothOfYouMaySee")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("day")}</th>
            <th scope="col">{t("whatHappened")}</th>
          </tr>
        </thead>
        <tbody>
          {record.acts.map((act, place) => (
            <tr key={place}>
              <td>{onDay(act.on)}</td>
              <td>
                {isAct(act.what)
                  ? sayAct(act.what, act.by === "me" ? "me" : "other", petname)
                  : act.what}
                {aboutOf(act, room)}
                {act.quiet && <span className="soft"> {t("onlyYouSeeThis")}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Of what this file holds. */
function aboutOf({ piece }: Act, { written, opened, together, questions }: RoomData): string {
  if (!piece) return "";
  const isIt = (one: { readonly piece: string }) => one.piece === piece;
  const mine = written.find(isIt);
  if (mine) return `: ${titleOr(mine.title, mine.kind)}`;
  const theirs = opened.findLast(isIt);
  if (theirs) return `: ${titleOr(theirs.title || titleOf(theirs.content), theirs.kind)}`;
  const ours = together.find(isIt);
  if (ours) return `: ${titleOr(ours.title, ours.kind ?? "agreement")}`;
  const question = questions.find(isIt);
  return question?.title ? `: ${question.title}` : "";
}
