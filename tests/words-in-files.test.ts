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
    const shown =
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

describe("the words of the interface", () => {
  it("stand in content/interface, and nowhere in the pages", () => {
    const files = readdirSync("app", { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".tsx") && !file.endsWith(".test.tsx"))
      .map((file) => path.join("app", file));
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap(wordsIn)).toEqual([]);
  });
});
