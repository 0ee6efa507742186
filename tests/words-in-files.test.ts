import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as ts from "typescript";
import { describe, expect, it } from "vitest";

/** Attributes that are shown or read out. */
const SHOWN = new Set([
  "label",
  "title",
  "hint",
  "lead",
  "alt",
  "placeholder",
  "legend",
  "summary",
]);

/** A sentence, or a piece of one: two words of small letters side by side. */
const isSentence = (text: string): boolean => /(^|\s)[A-Za-z’']{2,}[,:]? [a-z’']{2,}/.test(text);

/** Utilities of Tailwind, in a constant or chosen by a condition. */
const isClassNames = (text: string): boolean => /[a-z]-[a-z0-9[]|:[a-z]/.test(text);

/** What a string or a template says, if it is one. */
function sentenceIn(node: ts.Node): string | null {
  if (ts.isStringLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join("§ ");
}

/** Class names, selectors, and what is said to whoever mends the software. */
const isForSoftware = (node: ts.Node): boolean =>
  (ts.isJsxAttribute(node) && /class/i.test(node.name.getText())) ||
  (ts.isNewExpression(node) && node.expression.getText() === "Error") ||
  (ts.isCallExpression(node) && node.expression.getText().endsWith(".querySelector"));

const isWords = (text: string): boolean => /[A-Za-z]{2}/.test(text);

const isShown = (name: string): boolean =>
  SHOWN.has(name) || ["aria-label", "aria-description", "aria-roledescription"].includes(name);

/** Every place in this file where words stand on a page that are not from the files of words. */
function wordsIn(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, "utf8"),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isForSoftware(node)) return;
    const said = sentenceIn(node);
    const shown =
      (said !== null && isSentence(said) && !isClassNames(said)) ||
      (ts.isJsxText(node) && isWords(node.text)) ||
      (ts.isJsxAttribute(node) &&
        isShown(node.name.getText()) &&
        node.initializer !== undefined &&
        ts.isStringLiteral(node.initializer) &&
        isWords(node.initializer.text));
    if (shown) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1} ${node.getText().trim()}`);
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

const files = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /^(routes|components)\/.*\.tsx$/.test(file) && !file.endsWith(".test.tsx"))
  .map((file) => path.join("app", file));

/** Utilities that name a side of the screen: in a language from right to left it is the other one. */
const SIDED =
  /(?<=[ "`:!])-?([mp][lr]|border-[lr]|rounded-[lr]|left|right)-(\d[\w.]*|auto)(?=[ "`])|text-(left|right)\b/g;

describe("the words of the interface", () => {
  it("stand in content/interface, and nowhere in the pages", () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap(wordsIn)).toEqual([]);
  });

  it("run from either side: no page names the left or the right", () => {
    const named = files.flatMap((file) => readFileSync(file, "utf8").match(SIDED) ?? []);
    expect(named).toEqual([]);
  });
});
