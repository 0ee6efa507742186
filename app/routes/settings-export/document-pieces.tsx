import type { ReactNode } from "react";
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
  const { kind, title, content, missing, waitsUntil, versions, keptAside } = piece;
  return (
    <Sheet people={["one"]} over={KIND[kind]} title={titleOr(title, kind)}>
      <Missing why={missing} />
      <Body content={content} />
      {waitsUntil !== null && (
        <p className="version soft">Waits until {atTime(waitsUntil)}, then it is offered.</p>
      )}
      {versions.map((version) => (
        <Version key={version.version} version={version} now={content} petname={petname} />
      ))}
      {keptAside.map((words, place) => (
        <div key={place} className="version">
          <p className="soft">Kept aside on one device, because it could not be sent</p>
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
  const other = theOther(petname);
  return [
    `Offered on ${onDay(on)}${weight ? ` (${WEIGHT[weight]})` : ""}${same ? ", as it stands here" : ""}.`,
    state === "taken-back" && "You took it back; its words are gone from there.",
    state === "ended" && "It is no longer at the door.",
    state !== "taken-back" && content === null && MISSING.unreadable,
    told && `${other} told you on ${onDay(told.on)} that ${TOLD[told.what]}.`,
    answer && `${other} answered on ${onDay(answer.on)}${saidOf(answer)}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

const TOLD = { opened: "they opened it", no: "they do not want to open it" } as const;

function saidOf({ says, lines }: NonNullable<OpenedPiece["answer"]>): string {
  if (says) return `: “${ANSWER[says]}”`;
  const said = lines?.map((one, place) => `line ${place + 1}, “${LINE_ANSWER[one]}”`) ?? [];
  return said.length > 0 ? `: ${said.join("; ")}` : "";
}

// ---- opened

export function OpenedPart({ piece, petname }: { piece: OpenedPiece } & Called) {
  const { kind, on, content, missing, told, answer } = piece;
  return (
    <Sheet
      people={["two"]}
      over={`${KIND[kind]} from ${otherName(petname)}, offered on ${onDay(on)}`}
      title={titleOr(titleOf(content), kind)}
    >
      <Missing why={missing} />
      <Body content={content} />
      {(answer || told) && (
        <p className="version soft">
          {answer && `You answered on ${onDay(answer.on)}${saidOf(answer)}. `}
          {told && `You told ${otherName(petname)} on ${onDay(told.on)} that you opened it.`}
        </p>
      )}
    </Sheet>
  );
}

// ---- together

export function AgreementPart({ piece, petname }: { piece: TogetherPiece } & Called) {
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
                {retired ? "Taken away by one of you." : "Written, and not agreed."}
              </p>
            )}
          </li>
        ))}
        {lines.map(
          ({ line, remarks }) =>
            remarks && (
              <li key={`remarks ${line}`}>
                <p className="soft">Remarked beside a line</p>
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
  const who = signatures
    .map(({ by, on }) => `${by === "me" ? "You" : theOther(petname)} signed on ${onDay(on)}`)
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
        {agreed ? "Agreed. " : "Proposed. "}
        {who}.
      </p>
    </>
  );
}

// ---- questions

export function QuestionPart({ question, petname }: { question: Question } & Called) {
  const { title, on, mine, theirs } = question;
  return (
    <Sheet
      people={["one", "two"]}
      over={`A question for you both, ${onDay(on)}`}
      title={title || KIND.question}
    >
      <PutIn answer={mine} who="You" />
      <PutIn answer={theirs} who={theOther(petname)} />
    </Sheet>
  );
}

const PutIn = ({ answer, who }: { answer: Question["mine"]; who: string }) =>
  answer && (
    <div className="version">
      <p className="soft">
        {who}, put in on {onDay(answer.on)}
      </p>
      <Missing why={answer.missing} />
      <Body content={answer.content} />
    </div>
  );
