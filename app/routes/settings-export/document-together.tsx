import { useTranslation } from "react-i18next";
import { Seam } from "#components/seam.tsx";
import type { RoomData, TogetherPiece } from "#domain/own-data.ts";
import { wordsToSign } from "#domain/pieces/agreement.ts";
import { commitmentFrom, PARTS } from "#domain/pieces/plan.ts";
import { normaliseWords } from "#domain/pieces/words.ts";
import { RHYTHM } from "../piece/plan/words.ts";
import { KIND, THEME, theOther, titleOr } from "../room/words.ts";
import { Earlier, KeptAside, Missing, Sheet, type Called } from "./document-sheet.tsx";
import { MISSING, onDay } from "./document-words.ts";

/** What both wrote, as one sheet of the exported page. */

type People = { readonly people: RoomData["record"]["people"] } & Called;
type WrittenLine = TogetherPiece["lines"][number];
type Commitment = NonNullable<WrittenLine["commitment"]>;
type Signed = TogetherPiece["signed"][number]["proposed"][number];

export function TogetherPart({ piece, ...who }: { piece: TogetherPiece } & People) {
  const { t } = useTranslation("settings-export");
  const { kind, theme, title, closed, missing, lines, signed, keptAside, earlier } = piece;
  const known = kind ?? "agreement";
  const over = [KIND[known], theme && theme !== "open" && THEME[theme], closed && "closed"]
    .filter(Boolean)
    .join(" · ");
  const wordings = signed.flatMap(({ agreed, proposed }) => [
    ...(agreed ? [agreed] : []),
    ...proposed,
  ]);
  const open = lines.filter(
    (line) =>
      line.text.trim() !== "" && !wordings.some(({ words }) => isSigned(line, words, who.people)),
  );
  return (
    <Sheet people={["one", "two"]} over={over} title={titleOr(title, known)}>
      <Missing why={missing} />
      <ul className="plain lines">
        {signed.map(({ line, agreed: standing, proposed }) => (
          <li key={line}>
            {standing && <Wording wording={standing} {...who} agreed />}
            {proposed.map((wording, place) => (
              <Wording key={place} wording={wording} {...who} />
            ))}
          </li>
        ))}
        {open.map((line) => (
          <li key={line.line}>
            <Open line={line} {...who} />
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
      <KeptAside copies={keptAside} />
      <Earlier moments={earlier} />
    </Sheet>
  );
}

/** Whether these are the words that signing the line as it is written now would sign. */
function isSigned(
  { text, review, commitment }: WrittenLine,
  words: string | null,
  people: People["people"],
): boolean {
  if (words === null) return false;
  if (!commitment) {
    const signed = wordsToSign(text, review);
    return signed.ok && signed.value === words;
  }
  const its = commitmentIn(words, people);
  const { owner, rhythm, start, review: again } = commitment;
  return (
    its !== null &&
    PARTS.every((part) => normaliseWords(commitment[part]) === its[part]) &&
    its.owner === owner &&
    its.rhythm === rhythm &&
    its.start === start &&
    its.review === again
  );
}

/** The commitment that was signed in these words; `null` if they are no commitment. */
function commitmentIn(words: string | null, people: People["people"]): Commitment | null {
  const its = words === null ? null : commitmentFrom(words);
  if (!its) return null;
  const owner = people.find(({ person }) => person === its.owner)?.side ?? null;
  return { ...its, owner };
}

/** Words that nobody has signed as they stand. */
function Open({ line, petname }: { line: WrittenLine } & Called) {
  const { t } = useTranslation("settings-export");
  const { text, heading, retired, review, commitment } = line;
  const said = [
    retired
      ? t("takenAwayByOneOfYou")
      : t(commitment ? "writtenAndNotSigned" : "writtenAndNotAgreed"),
    review && t("toBeSignedAgainAfterDay", { day: onDay(review) }),
  ];
  return (
    <>
      {commitment ? (
        <CommitmentWords its={commitment} petname={petname} />
      ) : (
        <p className="line">{text}</p>
      )}
      {!heading && <p className="soft">{said.filter(Boolean).join(" ")}</p>}
    </>
  );
}

/** Whose it is, what it is for, when this then that, and how often. */
function CommitmentWords({
  its: { owner, goal, obstacle, when, act, rhythm, start, review },
  petname,
}: { its: Commitment } & Called) {
  const { t } = useTranslation("settings-export");
  const { t: plan } = useTranslation("piece-plan");
  const day = onDay(start);
  const often =
    rhythm === "once"
      ? plan("onceOn", { day })
      : plan("rhythmFrom", { rhythm: RHYTHM[rhythm], day });
  return (
    <>
      {owner && (
        <p className="soft">
          {owner === "me" ? t("forYou") : t("forName", { name: theOther(petname) })}
        </p>
      )}
      {goal && <p className="line">{goal}</p>}
      {(when || act) && <p>{plan("whenThen", { when: when || "…", act: act || "…" })}</p>}
      {obstacle && (
        <p>
          {plan("whatMayGetInTheWay")} {obstacle}
        </p>
      )}
      <p className="soft">
        {[often, review && t("toBeLookedAtAgainOn", { day: onDay(review) })]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </>
  );
}

function Wording({
  wording: { words, signatures },
  petname,
  people,
  agreed = false,
}: { wording: Signed; agreed?: boolean } & People) {
  const { t } = useTranslation("settings-export");
  const its = commitmentIn(words, people);
  const who = signatures
    .map(({ by, on }) =>
      by === "me"
        ? t("signedByYou", { day: onDay(on) })
        : t("signedBy", { name: theOther(petname), day: onDay(on) }),
    )
    .join(". ");
  return (
    <>
      {its ? (
        <CommitmentWords its={its} petname={petname} />
      ) : words === null ? (
        <p className="missing">{MISSING.unreadable}</p>
      ) : (
        <p className="line">{words}</p>
      )}
      {agreed && <Seam />}
      <p className="soft">
        {/* A commitment stands by its owner's signature alone. */}
        {!its && (agreed ? t("agreed") : t("proposed"))}
        {who}.
      </p>
    </>
  );
}
