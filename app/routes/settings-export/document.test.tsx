import { beforeAll, describe, expect, it } from "vitest";
import type { RecordExport } from "#domain/consent/export.ts";
import { wordsOf, type Commitment } from "#domain/pieces/plan.ts";
import type { LineId, PersonId, PieceId, RoomId, RoundId, VersionId } from "#domain/ids.ts";
import { ownData, type Content, type OwnData } from "#domain/own-data.ts";
import { letterOf } from "#tests/support/letters.ts";
import { newId, some } from "#tests/support/room-world.ts";
import { exportPage } from "./document.tsx";

/** What somebody could write to make a page do something. */
const HOSTILE = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(2)>',
  "</style></title><base href=//evil.example>",
  "javascript:alert(3)",
  "&lt;b&gt; & ]]> <!--",
];

const writing = (title: string, ...words: string[]): Content => {
  const { body } = letterOf(title, ...words);
  return { is: "text", title, body, beside: [{ about: "Only mine", words: words[0] ?? "" }] };
};
const DAY = "2025-11-03";
const [script = "", image = "", base = "", address = "", comment = ""] = HOSTILE;

const ME = newId<PersonId>();

const record: RecordExport = {
  format: "threshold consent record",
  version: 1,
  exportedOn: DAY,
  room: newId<RoomId>(),
  people: [{ side: "me", person: ME, signingKey: some(32) }],
  acts: [
    {
      ...{ what: "paused", by: "me", on: DAY, piece: null, version: null, line: null, hash: null },
      ...{ quiet: true, statement: null },
    },
  ],
  wordings: [],
};

const WILL: Omit<Commitment, "owner"> = {
  ...{ goal: "Be on time", obstacle: "Work", when: "the bell rings", act: "leave" },
  ...{ rhythm: "weekly", start: DAY, review: "2025-12-01" },
};

const data: OwnData = {
  format: "threshold own data",
  version: 2,
  exportedOn: DAY,
  walk: { been: ["my-part"], left: [], hidden: [script], waved: [], away: true },
  account: {
    name: "heron-4821",
    person: ME,
    signingKey: some(32),
    boxKey: some(32),
  },
  settings: { idleMinutes: 10, neutralTitle: false, country: "de" },
  closedRooms: [{ room: newId<RoomId>(), petname: script }],
  rooms: [
    {
      room: newId<RoomId>(),
      petname: image,
      other: { person: newId<PersonId>(), signingKey: some(32) },
      paused: true,
      left: null,
      settings: {
        quietHours: { zone: "Europe/Berlin", from: 1320, to: 420 },
        pace: { every: "week", zone: "Europe/Berlin", at: 600, weekday: 0 },
        cards: { depth: 2, fits: ["home", script], notThemes: ["hurt", base], notCards: [999_999] },
      },
      written: [
        {
          piece: newId<PieceId>(),
          kind: "letter",
          form: "the-loop",
          title: script,
          content: writing(script, ...HOSTILE),
          missing: null,
          waitsUntil: 1_762_200_000_000,
          keptAside: [base],
          earlier: [{ at: 1_762_200_000_000, words: comment }],
          versions: [
            {
              ...{ version: newId<VersionId>(), on: DAY, state: "answered" },
              ...{ length: "short", weight: "tender", content: writing(base, comment) },
              ...{
                told: { what: "opened", on: DAY },
                answer: { says: "thank-you", lines: null, on: DAY },
              },
            },
          ],
        },
      ],
      opened: [
        {
          ...{ piece: newId<PieceId>(), version: newId<VersionId>(), kind: "letter", on: DAY },
          ...{ content: writing(image, address), missing: null, told: null, answer: null },
          ...{ title: base, amends: true },
        },
        {
          ...{ piece: newId<PieceId>(), version: newId<VersionId>(), kind: "boundaries", on: DAY },
          content: {
            is: "boundaries",
            lines: [
              {
                ...{ id: newId<LineId>(), area: "contact", statement: base, welcome: script },
                ...{ response: image, firm: false, until: DAY },
              },
            ],
            takenOut: [],
          },
          ...{ missing: null, told: null, answer: { says: null, lines: ["talk"], on: DAY } },
          ...{ title: "", amends: false },
        },
      ],
      together: [
        {
          ...{ piece: newId<PieceId>(), kind: "agreement", theme: "open", title: comment },
          ...{ closed: false, missing: null, keptAside: [address], earlier: [] },
          lines: [
            {
              ...{ line: newId<LineId>(), text: script, heading: false, retired: false },
              ...{ remarks: comment, review: DAY, commitment: null },
            },
          ],
          signed: [
            {
              line: newId<LineId>(),
              agreed: {
                words: image,
                signatures: [
                  { by: "me", on: DAY, statement: { body: some(200), signature: some(64) } },
                  { by: "other", on: DAY, statement: { body: some(200), signature: some(64) } },
                ],
              },
              proposed: [],
            },
          ],
        },
        {
          ...{ piece: newId<PieceId>(), kind: "plan", theme: "open", title: "What we will do" },
          ...{ closed: false, missing: null, keptAside: [], earlier: [] },
          lines: [WILL, { ...WILL, goal: "Not signed", review: null }].map((its) => ({
            ...{ line: newId<LineId>(), text: its.goal, heading: false, retired: false },
            ...{ remarks: "", review: null, commitment: { ...its, owner: "me" as const } },
          })),
          signed: [
            {
              ...{ line: newId<LineId>(), agreed: null },
              proposed: [
                {
                  words: wordsOf({ ...WILL, owner: ME }),
                  signatures: [
                    { by: "me", on: DAY, statement: { body: some(200), signature: some(64) } },
                  ],
                },
              ],
            },
          ],
        },
      ],
      questions: [
        {
          ...{ piece: newId<PieceId>(), title: script, on: DAY },
          mine: {
            ...{ on: DAY, content: writing("", address), missing: null },
            answer: { says: "tell-me-more", lines: null, on: DAY },
          },
          theirs: {
            ...{ on: DAY, content: null, missing: "forged" },
            answer: { says: "not-now", lines: null, on: DAY },
          },
          rounds: [],
        },
        {
          ...{ piece: newId<PieceId>(), title: "", on: DAY, theirs: null },
          rounds: [
            ...[{ common: [{ name: "a-walk", words: script }], missing: null }],
            ...[{ common: [], missing: null }],
          ].map((round) => ({ round: newId<RoundId>(), ...round })),
          mine: {
            on: DAY,
            content: {
              is: "marks",
              own: [{ line: newId<LineId>(), first: DAY, mark: "could-not" }],
              noticed: [],
            },
            ...{ missing: null, answer: null },
          },
        },
      ],
      record,
    },
  ],
};

let page: string;
/** Without the fonts, which are bytes. */
let bare: string;
beforeAll(() => {
  page = exportPage(ownData.parse(data));
  bare = page.replace(/url\(data:font\/woff2;base64,[A-Za-z0-9+/=]+\)/g, "url()");
});

const TAGS: ReadonlySet<string | undefined> = new Set([
  ...["html", "head", "meta", "title", "style", "body", "header", "main", "nav", "section"],
  ...["article", "h1", "h2", "h3", "h4", "p", "ul", "li", "a", "span", "div", "dl", "dt", "dd"],
  ...["table", "caption", "thead", "tbody", "tr", "th", "td", "svg", "path", "circle", "rect"],
]);

describe("the exported page", () => {
  it("O8 asks for nothing from anywhere: its fonts are in it, and its policy says so", () => {
    expect(bare).toContain("default-src 'none'");
    expect(page.length - bare.length).toBeGreaterThan(50_000);
    const withoutWords = HOSTILE.reduce((text, words) => text.replaceAll(escaped(words), ""), bare);
    expect(withoutWords).not.toMatch(/https?:|\/\/|\bsrc=|@import|url\([^)]/);
    expect([...bare.matchAll(/href="([^"]*)"/g)].map(([, to]) => to?.[0])).toEqual(["#"]);
  });

  it("O8 holds no script, and whatever was written stands there as text", () => {
    const tags = new Set([...bare.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, tag]) => tag));
    expect([...tags].filter((tag) => !TAGS.has(tag))).toEqual([]);
    expect(bare).not.toMatch(/<[^>]*\son[a-z]+=/);
    for (const words of HOSTILE) {
      expect(bare).toContain(escaped(words));
      if (/[<&"]/.test(words)) expect(bare).not.toContain(words);
    }
  });

  it("says in words what the file of programs holds", () => {
    const text = bare.replace(/<style>.*<\/style>/s, "").replace(/<[^>]*>/g, " ");
    for (const said of [
      "heron-4821, saved on 3 November 2025",
      "Offered on 3 November 2025 (tender).",
      "answered on 3 November 2025: “Thank you”",
      "once a week, on Sunday at 10:00 (Europe/Berlin)",
      "22:00 to 07:00 (Europe/Berlin)",
      "Agreed.",
      "This room is paused.",
      "did not match what was signed",
      "paused the room",
      "open to talk about · until 3 November 2025",
      "line 1, “I would like to talk about it”",
      "3 November 2025: could not",
      "answered on 3 November 2025: “Tell me more”",
      "You answered on 3 November 2025: “Not now”",
      "Round 1: what both of you marked",
      "Round 2: nothing to show.",
      "It came as “",
      "You marked, for yourself alone, that amends were made.",
      "Kept aside on one device",
      "What stood here earlier, as one device kept it on ",
      "Once signed, to be signed again after 3 November 2025.",
      "When the bell rings, then I leave",
      "Once a week, from 3 November 2025 · to be looked at again on 1 December 2025",
      "Written, and not signed.",
      "You share a home",
      "the theme “Hurt and repair”",
      "My part",
      "kept out",
    ]) {
      expect(text).toContain(said);
    }
    // What was signed as it stands is not said again.
    expect(text.split("Be on time")).toHaveLength(2);
    expect(text).not.toContain('{"commitment"');
  });

  it("can be gone through by its headings, each a step below the one over it, and none empty", () => {
    const headings = [...bare.matchAll(/<h([1-6])[^>]*>(.*?)<\/h\1>/gs)];
    const levels = headings.map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
    const said = headings.map(([, , words = ""]) => words.replace(/<[^>]*>/g, ""));
    expect(said.filter((words) => words.trim() === "")).toEqual([]);
    expect(said).toEqual(
      expect.arrayContaining(["What we wrote together", "What we were both asked", "Practices"]),
    );
    expect(bare.match(/<dl>(?!<dt>)/g)).toBeNull();
  });
});

const escaped = (words: string): string =>
  words
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#x27;");
