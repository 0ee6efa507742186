import type { Theme } from "./envelope.ts";

/**
 * Agreements that begin with lines to fill in. Their ids are in documents: none is ever renamed or
 * given to another line.
 */
export const TEMPLATES = {
  "pause-plan": [
    { id: "pause-cue", asks: "Our sign or word for “stop now”" },
    { id: "pause-who", asks: "Who may use it, and that nobody has to explain" },
    { id: "pause-how-long", asks: "How long we stop, at the least" },
    { id: "pause-meanwhile", asks: "What each of us does meanwhile, and what we leave alone" },
    { id: "pause-back", asks: "How we come back, and who says the first word" },
    { id: "pause-call", asks: "Whom each of us can call" },
  ],
  "shared-map": [
    { id: "map-issue", asks: "What it is about, in one line" },
    { id: "map-different", asks: "How we differ here, with nobody at fault" },
    { id: "map-underneath", asks: "What each of us feels beneath the anger" },
    { id: "map-around", asks: "What else was going on around us" },
    { id: "map-loop", asks: "What one does, what the other does then, and how it goes round" },
    { id: "map-out", asks: "Where each of us could step out" },
    { id: "map-name", asks: "Our name for it, so that we notice it sooner" },
  ],
} as const satisfies Partial<
  Record<Theme, readonly { readonly id: string; readonly asks: string }[]>
>;

export type TemplateTheme = keyof typeof TEMPLATES;
export type TemplateLine = (typeof TEMPLATES)[TemplateTheme][number]["id"];

const ASKS: ReadonlyMap<string, string> = new Map(
  Object.values(TEMPLATES).flatMap((lines) => lines.map(({ id, asks }) => [id, asks] as const)),
);

export const isTemplateLine = (id: unknown): id is TemplateLine =>
  typeof id === "string" && ASKS.has(id);

/** What a line of a template is for. */
export const asks = (id: TemplateLine): string => ASKS.get(id) ?? "";

export const hasTemplate = (theme: Theme): theme is TemplateTheme => theme in TEMPLATES;
