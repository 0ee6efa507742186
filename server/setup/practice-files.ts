import { readFileSync } from "node:fs";
import { parse, postprocess, preprocess } from "micromark";
import type { Plugin } from "vite";
import { parse as parseYaml } from "yaml";
import type { Block, Inline } from "../../app/domain/practices/practice.ts";

/**
 * Makes data of the files in content/practices when the app is built: front matter in YAML and a body in
 * a small part of Markdown (headings, paragraphs, lists, emphasis, links). No HTML is made of it, here or
 * anywhere, and neither parser is part of the app.
 */
export function practiceFiles(): Plugin {
  return {
    name: "practice-files",
    load(id) {
      const [path = ""] = id.split("?");
      if (!path.includes("/content/practices/") || !path.endsWith(".md")) return null;
      this.addWatchFile(path);
      const read = readPracticeFile(path, readFileSync(path, "utf8"));
      return `export default ${JSON.stringify(read)};`;
    },
  };
}

export type PracticeFile = { readonly about: unknown; readonly body: readonly Block[] };

const PARTS = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;

/** The two parts of a file, not yet checked for what they say. Throws with the path for what is no such file. */
export function readPracticeFile(path: string, text: string): PracticeFile {
  const [, front, body] = PARTS.exec(text.replaceAll("\r\n", "\n")) ?? [];
  if (front === undefined || body === undefined) throw new Error(`${path}: no front matter`);
  try {
    return { about: parseYaml(front), body: blocksOf(body) };
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : "unreadable"}`, {
      cause: error,
    });
  }
}

/** Tokens that only hold others, or are the marks around them. */
const PASSED_OVER = new Set([
  "atxHeadingSequence",
  "whitespace",
  "lineEndingBlank",
  "linePrefix",
  "content",
  "emphasisSequence",
  "emphasisText",
  "strongSequence",
  "strongText",
  "label",
  "labelMarker",
  "labelText",
  "resource",
  "resourceMarker",
  "resourceDestination",
  "resourceDestinationRaw",
  "listItemIndent",
  "listItemValue",
  "listItemMarker",
  "listItemPrefixWhitespace",
  "characterEscape",
  "escapeMarker",
]);

type Open = { readonly words: Inline[] };

/** The blocks of a body. Throws for every part of Markdown that has no place here, HTML first of all. */
export function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  const items: Inline[][] = [];
  const open: Open[] = [];
  let listed = false;
  let address = "";
  const add = (one: Inline) => {
    const words = open.at(-1)?.words;
    const last = words?.at(-1);
    if (words && typeof one === "string" && typeof last === "string")
      words.push(`${words.pop()}${one}`);
    else words?.push(one);
  };
  const begin = () => open.push({ words: [] });
  const end = (): Inline[] => open.pop()?.words ?? [];

  for (const [step, { type }, context] of events(markdown)) {
    const text = () => context.slice;
    const enter = step === "enter";
    switch (type) {
      case "atxHeading":
        if (!enter && !/^## \S/.test(text()))
          throw new Error(`body: not a second heading: ${text()}`);
        break;
      case "atxHeadingText":
      case "paragraph":
        if (enter) {
          begin();
          break;
        }
        if (type === "atxHeadingText") blocks.push({ is: "heading", of: end() });
        else if (listed) items.at(-1)?.push(...end());
        else blocks.push({ is: "paragraph", of: end() });
        break;
      case "listOrdered":
      case "listUnordered":
        if (enter && listed) throw new Error("body: a list within a list");
        if (!enter) {
          blocks.push({ is: "list", ordered: type === "listOrdered", items: items.splice(0) });
        }
        listed = enter;
        break;
      case "listItemPrefix":
        if (enter) items.push([]);
        break;
      case "emphasis":
      case "strong":
        if (enter) begin();
        else add({ is: type === "strong" ? "strong" : "em", of: end() });
        break;
      case "link":
        if (enter) begin();
        else add({ is: "link", to: address, of: end() });
        break;
      case "resourceDestinationString":
        if (enter) {
          address = text();
          begin();
        } else end();
        break;
      case "data":
      case "characterEscapeValue":
        if (enter) add(text());
        break;
      case "lineEnding":
        if (enter && open.length > 0) add(" ");
        break;
      default:
        if (!PASSED_OVER.has(type)) throw new Error(`body: ${type} has no place here`);
    }
  }
  return blocks;
}

function events(markdown: string) {
  const parsed = postprocess(
    parse()
      .document()
      .write(preprocess()(markdown, undefined, true)),
  );
  return parsed.map(
    ([step, token, context]) => [step, token, { slice: context.sliceSerialize(token) }] as const,
  );
}
