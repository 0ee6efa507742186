import * as z from "zod";

/**
 * The pages to read beside the help lines, a file each in content/help/pages. A mistake in one fails the
 * build's tests and the start, with the file and the field, not the person who needs it.
 */
const said = z
  .string()
  .min(1)
  .refine((words) => words.trim() === words, "white space at the ends")
  .refine((words) => !words.includes("!"), "an exclamation mark");
const name = z.string().regex(/^[a-z][a-z-]*$/);

const section = z.strictObject({
  /** Its place in the address: a link can lead here. */
  id: name,
  title: said,
  /** Paragraphs, and lists of short lines. */
  blocks: z.array(z.union([said, z.strictObject({ list: z.array(said).min(2) })])).min(1),
});

const helpPage = z.strictObject({
  id: name,
  order: z.number().int().min(1),
  title: said,
  lead: said,
  sections: z
    .array(section)
    .min(1)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "an id twice"),
  /** Where to read on, and what a statement rests on. */
  sources: z.array(z.strictObject({ name: said, url: z.url({ protocol: /^https$/ }) })).min(1),
  /** When somebody last went through all of it. */
  reviewed: z.iso.date(),
});

export type HelpPage = z.output<typeof helpPage>;
export type HelpSection = HelpPage["sections"][number];

/** Reads files by path. Throws, with the path and the field, for one that is not as it must be. */
export function readHelpPages(files: Readonly<Record<string, unknown>>): readonly HelpPage[] {
  const pages = Object.entries(files).map(([path, content]) => {
    const read = helpPage.safeParse(content);
    if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`);
    if (!path.endsWith(`/${read.data.id}.json`))
      throw new Error(`${path}: id: not the file's name`);
    return read.data;
  });
  return pages.sort((a, b) => a.order - b.order);
}

export const HELP_PAGES = readHelpPages(
  import.meta.glob("/content/help/pages/*.json", { eager: true, import: "default" }),
);

export const helpPageOf = (id: string | undefined): HelpPage | null =>
  HELP_PAGES.find((page) => page.id === id) ?? null;

/** One that this code names itself. Throws if its file is gone. */
export function theHelpPage(id: string): HelpPage {
  const page = helpPageOf(id);
  if (!page) throw new Error(`content/help/pages/${id}.json: there is no such file`);
  return page;
}
