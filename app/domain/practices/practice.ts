import * as z from "zod";
import { LIST_FORMS } from "../pieces/decks.ts";
import { formName } from "../pieces/forms.ts";
import { THEMES as THEMES_OF_PIECES } from "../pieces/envelope.ts";
import type { Guide } from "../pieces/guides.ts";

/**
 * Practices: what people whose trust broke can do about it, each a way into one of the kinds of piece. A
 * practice is a file in content/practices. What it says of how much is known is part of it.
 */

/** The themes of which the walk is made, in the order in which they were first written about. */
export const THEMES = [
  "Reflecting on past mistakes",
  "Effective communication",
  "Honesty and transparency",
  "Patience and consistency",
  "Demonstrating commitment",
  "Respecting boundaries",
  "Seeking professional help",
  "Learning from the past",
  "Letting go of resentment",
  "Fostering forgiveness",
  "Building emotional intimacy",
  "Empathy and understanding",
  "Rebuilding self-trust",
] as const;

const said = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((words) => words.trim() === words, "white space at the ends")
    .refine((words) => !words.includes("!"), "an exclamation mark");

/** What it is called on its button: "Begin with what happened". */
const opening = { says: said(60) };

/** Which piece it opens, and how. */
const opens = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("letter"), guide: formName, ...opening }),
  z.strictObject({ kind: z.literal("forgiveness"), guide: formName, ...opening }),
  z.strictObject({ kind: z.literal("boundaries"), ...opening }),
  z.strictObject({ kind: z.literal("plan"), ...opening }),
  z.strictObject({ kind: z.literal("agreement"), theme: z.enum(THEMES_OF_PIECES), ...opening }),
  /** What is asked: one question, a change of sides, or the lines of one form. */
  z.strictObject({
    kind: z.literal("question"),
    asks: z.enum(["question", "swap", ...LIST_FORMS]),
    ...opening,
  }),
]);

/** How far a finding can be leant on. */
export const SURE = ["good", "some", "weak", "none"] as const;

const source = z.strictObject({ name: said(200), url: z.url({ protocol: /^https$/ }) });

const evidence = z
  .strictObject({
    /** What was found, in a sentence or two. */
    finding: said(400),
    /** How it was looked for, and with how many. */
    study: said(300),
    /** What it does not show. */
    not: said(300),
    sure: z.enum(SURE),
    sources: z.array(source),
  })
  .refine(({ sure, sources }) => sure === "none" || sources.length > 0, {
    error: "a finding without a source",
    path: ["sources"],
  });

const about = z
  .strictObject({
    id: formName,
    title: said(60),
    /** `null` for what belongs to no theme. */
    theme: z.enum(THEMES).nullable(),
    /** Its place on the walk; `null` for what stands beside it. */
    place: z.number().int().min(1).max(THEMES.length).nullable(),
    with: z.enum(["alone", "together", "paired"]),
    opens: z.array(opens).min(1).max(3),
    minutes: z.number().int().min(2).max(90),
    depth: z.literal([1, 2, 3]),
    /** What it is for, in a sentence. */
    lead: said(200),
    /** Why it may come next, in a sentence. */
    because: said(200),
    before: z.array(formName),
    /** When it is better left alone. */
    care: z.array(said(300)).min(1),
    evidence: z.array(evidence).min(1),
    version: z.number().int().min(1),
  })
  .refine(({ theme, place }) => (theme === null) === (place === null), {
    error: "a theme has its place on the walk, and only a theme",
    path: ["place"],
  });

export type About = z.output<typeof about>;
export type Opens = About["opens"][number];
export type Evidence = About["evidence"][number];

/** Words in a line. */
export type Inline =
  | string
  | { readonly is: "em" | "strong"; readonly of: readonly Inline[] }
  | { readonly is: "link"; readonly to: string; readonly of: readonly Inline[] };

const inline: z.ZodType<Inline> = z.lazy(() =>
  z.union([
    z.string(),
    z.strictObject({ is: z.enum(["em", "strong"]), of: z.array(inline) }),
    z.strictObject({
      is: z.literal("link"),
      /** Elsewhere, encrypted, or a page of ours. */
      to: z
        .string()
        .regex(/^(https:\/\/[^\s]+|\/[a-z0-9/#-]*)$/, "not an address that may be linked"),
      of: z.array(inline),
    }),
  ]),
);

const block = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("heading"), of: z.array(inline) }),
  z.strictObject({ is: z.literal("paragraph"), of: z.array(inline) }),
  z.strictObject({
    is: z.literal("list"),
    ordered: z.boolean(),
    items: z.array(z.array(inline)).min(1),
  }),
]);
export type Block = z.output<typeof block>;

/** The headings that every body has, in this order; others may follow. */
const HEADINGS = ["Why", "The steps"] as const;

const practice = z
  .strictObject({
    about,
    body: z
      .array(block)
      .min(4)
      .superRefine((blocks, context) => {
        const found = blocks.flatMap((one) => (one.is === "heading" ? [wordsOf(one.of)] : []));
        HEADINGS.forEach((heading, at) => {
          if (found[at] !== heading) {
            context.addIssue({ code: "custom", message: `heading ${at + 1} is not “${heading}”` });
          }
        });
        for (const words of blocks.flatMap(linesOf)) {
          if (words.includes("!"))
            context.addIssue({ code: "custom", message: "an exclamation mark" });
        }
      }),
  })
  .transform(({ about: front, body }) => ({ ...front, body }));

export type Practice = z.output<typeof practice>;

/** The words without what they are dressed in. */
export const wordsOf = (words: readonly Inline[]): string =>
  words.map((one) => (typeof one === "string" ? one : wordsOf(one.of))).join("");

function linesOf(one: Block): readonly string[] {
  return one.is === "list" ? one.items.map(wordsOf) : [wordsOf(one.of)];
}

/**
 * Reads practices by path, each as its front matter and its body. Throws for one that is not as it must
 * be, with the path and the field: that is for the build and the start, not for who comes to read. Gives
 * those of the walk in their order, then those beside it.
 */
export function readPractices(
  files: Readonly<Record<string, unknown>>,
  guides: readonly Pick<Guide, "id" | "kind">[],
): readonly Practice[] {
  const read = Object.entries(files).map(([path, content]) => {
    const found = practice.safeParse(content);
    if (!found.success) throw new Error(`${path}: ${z.prettifyError(found.error)}`);
    if (!path.endsWith(`/${found.data.id}.md`)) throw new Error(`${path}: id: not the file's name`);
    return [path, found.data] as const;
  });
  const all = read.map(([, one]) => one);
  for (const [path, one] of read) {
    const wrong = wrongBetween(one, all, guides);
    if (wrong) throw new Error(`${path}: ${wrong}`);
  }
  return all.toSorted((a, b) => placeOf(a) - placeOf(b) || a.title.localeCompare(b.title));
}

const placeOf = ({ place }: Pick<Practice, "place">): number => place ?? THEMES.length + 1;

/** What does not fit the others: the field, and why. */
function wrongBetween(
  one: Practice,
  all: readonly Practice[],
  guides: readonly Pick<Guide, "id" | "kind">[],
): string | null {
  const others = all.filter((other) => other !== one);
  if (one.theme && others.some(({ theme }) => theme === one.theme)) return "theme: a theme twice";
  if (one.place && others.some(({ place }) => place === one.place)) return "place: a place twice";
  for (const id of one.before) {
    const first = others.find((other) => other.id === id);
    if (!first) return `before: no such practice: ${id}`;
    if (placeOf(first) >= placeOf(one)) return `before: ${id} comes later on the walk`;
  }
  for (const way of one.opens) {
    if (!("guide" in way)) continue;
    const guide = guides.find(({ id }) => id === way.guide);
    if (!guide) return `opens: no such guide: ${way.guide}`;
    if (guide.kind !== way.kind) return `opens: ${way.guide} is of the kind ${guide.kind}`;
  }
  return null;
}
