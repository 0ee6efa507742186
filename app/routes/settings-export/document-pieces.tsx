import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { interfaceWords } from "#app/language/languages.ts";
import { Dot, type Person } from "#components/dot.tsx";
import { Seam } from "#components/seam.tsx";
import type {
  Content,
  OpenedPiece,
  Question,
  TogetherPiece,
  WrittenPiece,
} from "#domain/own-data.ts";
import { LINE_ANSWER } from "../piece/boundaries/words.ts";
import { ANSWER, KIND, otherName, THEME, theOther, titleOr, WEIGHT } from "../room/words.ts";
import { Written } from "./document-content.tsx";
import { atTime, MISSING, onDay, titleOf } from "./document-words.ts";

/** The pieces of a room, each as one sheet of the exported page. */

function Sheet({
  people,
  over,
  title,
  children,
}: {
  people: readonly Person[];
  over: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <article className="sheet">
      <p className="over">
        {people.map((person) => (
          <Dot key={person} person={person} />
        ))}
        <span>{over}</span>
      </p>
      <h4>{title}</h4>
      {children}
    </article>
  );
}

const Missing = ({ why }: { why: WrittenPiece["missing"] }) =>
  why && <p className="missing">{MISSING[why]}</p>;

const Body = ({ content }: { content: Content | null }) => content && <Written content={content} />;

type Called = { readonly petname: string };

// ---- written

export function WrittenPart({ piece, petname }: { piece: WrittenPiece } & Called) {
  const { t } = useTranslation("settings-export");
  const { kind, title, content, missing, waitsUntil, versions, keptAside } = piece;
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
      {keptAside.map((words, place) => (
        <div key={place} className="version">
          <p className="soft">{t("keptAsideOnOneDeviceBecause")}</p>
          <p className="line">{words}</p>
        </div>
      ))}
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
  const { kind, on, content, missing, told, answer } = piece;
  return (
    <Sheet
      people={["two"]}
      over={t("kindFrom", {
        kind: KIND[kind],
        name: otherName(petname),
        day: onDay(on),
      })}
      title={titleOr(titleOf(content), kind)}
    >
      <Missing why={missing} />
      <Body content={content} />
      {(answer || told) && (
        <p className="version soft">
          {answer && `${sayAnswer(answer, null)} `}
          {told && t("youToldNameOnDayThat", { name: otherName(petname), day: onDay(told.on) })}
        </p>
      )}
    </Sheet>
  );
}

// ---- together

export function AgreementPart({ piece, petname }: { piece: TogetherPiece } & Called) {
  const { t } = useTranslation("settings-export");
  const { kind, theme, title, closed, missing, lines, signed } = piece;
  const known = kind ?? "agreement";
  const over = [KIND[known], theme && theme !== "open" && THEME[theme], closed && "closed"]
    .filter(Boolean)
    .join(" · ");
  const agreed = new Set(
    signed.flatMap(({ agreed: one }) => (one?.words ? [one.words.trim()] : [])),
  );
  const open = lines.filter(({ text }) => text.trim() !== "" && !agreed.has(text.trim()));
  return (
    <Sheet people={["one", "two"]} over={over} title={titleOr(title, known)}>
      <Missing why={missing} />
      <ul className="plain lines">
        {signed.map(({ line, agreed: standing, proposed }) => (
          <li key={line}>
            {standing && <Wording wording={standing} petname={petname} agreed />}
            {proposed.map((wording, place) => (
              <Wording key={place} wording={wording} petname={petname} />
            ))}
          </li>
        ))}
        {open.map(({ line, text, retired, heading }) => (
          <li key={line}>
            <p className="line">{text}</p>
            {!heading && (
              <p className="soft">
                {retired ? t("takenAwayByOneOfYou") : t("writtenAndNotAgreed")}
              </p>
            )}
          </li>
        ))}
        {lines.map(
          ({ line, remarks }) =>
            remarks && (
              <li key={`remarks ${line}`}>
                <p className="soft">{t("remarkedBesideALine")}</p>
                <p className="line">{remarks}</p>
              </li>
            ),
        )}
      </ul>
    </Sheet>
  );
}

type Signed = TogetherPiece["signed"][number]["proposed"][number];

function Wording({
  wording: { words, signatures },
  petname,
  agreed = false,
}: { wording: Signed; agreed?: boolean } & Called) {
  const { t } = useTranslation("settings-export");
  const who = signatures
    .map(({ by, on }) =>
      by === "me"
        ? t("signedByYou", { day: onDay(on) })
        : t("signedBy", { name: theOther(petname), day: onDay(on) }),
    )
    .join(". ");
  return (
    <>
      {words === null ? (
        <p className="missing">{MISSING.unreadable}</p>
      ) : (
        <p className="line">{words}</p>
      )}
      {agreed && <Seam />}
      <p className="soft">
        {agreed ? t("agreed") : t("proposed")}
        {who}.
      </p>
    </>
  );
}

// ---- questions

export function QuestionPart({ question, petname }: { question: Question } & Called) {
  const { t } = useTranslation("settings-export");
  const { title, on, mine, theirs } = question;
  return (
    <Sheet
      people={["one", "two"]}
      over={t("aQuestionForYouBothDay", { day: onDay(on) })}
      title={title || KIND.question}
    >
      <PutIn answer={mine} who={t("you")} />
      <PutIn answer={theirs} who={theOther(petname)} />
    </Sheet>
  );
}

const PutIn = ({ answer, who }: { answer: Question["mine"]; who: string }) => {
  const { t } = useTranslation("settings-export");
  return (
    answer && (
      <div className="version">
        <p className="soft">{t("whoPutInOnDay", { who, day: onDay(answer.on) })}</p>
        <Missing why={answer.missing} />
        <Body content={answer.content} />
      </div>
    )
  );
};
