import { useTranslation } from "react-i18next";
import { interfaceWords } from "#app/language/languages.ts";
import type { Content, OpenedPiece, Question, WrittenPiece } from "#domain/own-data.ts";
import { LINE_ANSWER } from "../piece/boundaries/words.ts";
import { ANSWER, KIND, otherName, theOther, titleOr, WEIGHT } from "../room/words.ts";
import { Body, Earlier, KeptAside, Missing, Sheet, type Called } from "./document-sheet.tsx";
import { atTime, MISSING, onDay, titleOf } from "./document-words.ts";

/** What one of the two wrote alone, or both were asked, each as one sheet of the exported page. */

// ---- written

export function WrittenPart({ piece, petname }: { piece: WrittenPiece } & Called) {
  const { t } = useTranslation("settings-export");
  const { kind, title, content, missing, waitsUntil, versions, keptAside, earlier } = piece;
  return (
    <Sheet people={["one"]} over={KIND[kind]} title={titleOr(title, kind)}>
      <Missing why={missing} />
      <Body content={content} />
      {waitsUntil !== null && (
        <p className="version soft">
          {t("waitsUntilAttimeThenItIs", { atTime: atTime(waitsUntil) })}
        </p>
      )}
      {versions.map((version) => (
        <Version key={version.version} version={version} now={content} petname={petname} />
      ))}
      <KeptAside copies={keptAside} />
      <Earlier moments={earlier} />
    </Sheet>
  );
}

type OfferedVersion = WrittenPiece["versions"][number];

function Version({
  version,
  now,
  petname,
}: { version: OfferedVersion; now: Content | null } & Called) {
  const { content } = version;
  const same = JSON.stringify(content) === JSON.stringify(now);
  return (
    <div className="version">
      <p className="soft">{sayOffered(version, same, petname)}</p>
      {!same && <Body content={content} />}
    </div>
  );
}

function sayOffered(
  { on, state, weight, content, told, answer }: OfferedVersion,
  same: boolean,
  petname: string,
): string {
  const t = interfaceWords("settings-export");
  const other = theOther(petname);
  const day = onDay(on);
  return [
    weight
      ? t(same ? "offeredWeightSame" : "offeredWeight", { day, weight: WEIGHT[weight] })
      : t(same ? "offeredSame" : "offered", { day }),
    state === "taken-back" && t("youTookItBackItsWords"),
    state === "ended" && t("itIsNoLongerAtThe"),
    state !== "taken-back" && content === null && MISSING.unreadable,
    told && t(told.what === "opened" ? "toldOpened" : "toldNo", { other, day: onDay(told.on) }),
    answer && sayAnswer(answer, other),
  ]
    .filter(Boolean)
    .join(" ");
}

type GivenAnswer = NonNullable<OpenedPiece["answer"]>;

/** An answer of the other's, or (`null`) of one's own. */
function sayAnswer(answer: GivenAnswer, other: string | null): string {
  const t = interfaceWords("settings-export");
  const [day, said] = [onDay(answer.on), saidOf(answer)];
  if (other === null) return said ? t("youAnsweredWith", { day, said }) : t("youAnswered", { day });
  return said ? t("answeredWith", { other, day, said }) : t("answered", { other, day });
}

function saidOf({ says, lines }: GivenAnswer): string {
  const t = interfaceWords("settings-export");
  if (says) return t("quoted", { said: ANSWER[says] });
  const said = lines?.map((one, place) =>
    t("lineSaid", { place: place + 1, said: LINE_ANSWER[one] }),
  );
  return said?.join("; ") ?? "";
}

// ---- opened

export function OpenedPart({ piece, petname }: { piece: OpenedPiece } & Called) {
  const { t } = useTranslation("settings-export");
  const { kind, title, on, content, missing, told, answer, amends } = piece;
  const itsOwn = titleOf(content);
  return (
    <Sheet
      people={["two"]}
      over={t("kindFrom", {
        kind: KIND[kind],
        name: otherName(petname),
        day: onDay(on),
      })}
      title={titleOr(title || itsOwn, kind)}
    >
      {title && itsOwn && title !== itsOwn && (
        <p className="soft">{t("itCameAsTitle", { title: itsOwn })}</p>
      )}
      <Missing why={missing} />
      <Body content={content} />
      {(answer || told) && (
        <p className="version soft">
          {answer && `${sayAnswer(answer, null)} `}
          {told && t("youToldNameOnDayThat", { name: otherName(petname), day: onDay(told.on) })}
        </p>
      )}
      {amends && <p className="version soft">{t("youMarkedThatAmendsWereMade")}</p>}
    </Sheet>
  );
}

// ---- questions

export function QuestionPart({ question, petname }: { question: Question } & Called) {
  const { t } = useTranslation("settings-export");
  const { title, on, mine, theirs, rounds } = question;
  const other = theOther(petname);
  return (
    <Sheet
      people={["one", "two"]}
      over={t("aQuestionForYouBothDay", { day: onDay(on) })}
      title={title || KIND.question}
    >
      <PutIn answer={mine} who={t("you")} reader={other} />
      <PutIn answer={theirs} who={other} reader={null} />
      {rounds.map((round, place) => (
        <Round key={round.round} round={round} number={place + 1} />
      ))}
    </Sheet>
  );
}

/** `reader` said something to it, or (`null`) I did. */
const PutIn = ({
  answer,
  who,
  reader,
}: {
  answer: Question["mine"];
  who: string;
  reader: string | null;
}) => {
  const { t } = useTranslation("settings-export");
  return (
    answer && (
      <div className="version">
        <p className="soft">{t("whoPutInOnDay", { who, day: onDay(answer.on) })}</p>
        <Missing why={answer.missing} />
        <Body content={answer.content} />
        {answer.answer && <p className="soft">{sayAnswer(answer.answer, reader)}</p>}
      </div>
    )
  );
};

/** What both marked, and no more than that. */
function Round({
  round: { common, missing },
  number,
}: {
  round: Question["rounds"][number];
  number: number;
}) {
  const { t } = useTranslation("settings-export");
  const nothing = common.length === 0 && missing === null;
  return (
    <div className="version">
      <p className="soft">{t(nothing ? "roundNothingTheSame" : "roundBothMarked", { number })}</p>
      <Missing why={missing} />
      {common.length > 0 && (
        <ul className="plain lines">
          {common.map(({ name, words }) => (
            <li key={name} className="line">
              {words}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
