import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodyText } from "#domain/pieces/letter.ts";
import { letterOf, letters } from "#tests/support/letters.ts";
import { Changes, Rewording } from "./changes.tsx";
import { LetterReader } from "./letter-reader.tsx";
import { inHtml } from "#tests/support/in-html.tsx";

const TAG = /<\/?([a-z0-9]+)[^>]*>/g;

const textIn = (html: string) =>
  html
    .replace(/<br\/>|<\/(p|h2|h3)>/g, "\n")
    .replace(TAG, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&");

const lines = (text: string) => text.split("\n").filter((line) => line !== "");

describe("reading a letter", () => {
  it("P42 shows every word, as text, in elements of the allow-list and no others", () => {
    const allowed = new Set("div p h2 h3 ul ol li blockquote strong em br".split(" "));
    fc.assert(
      fc.property(letters, ({ body }) => {
        const html = inHtml(<LetterReader body={body} />);
        for (const [, tag = ""] of html.matchAll(TAG)) expect(allowed).toContain(tag);
        expect(html).not.toMatch(/<[a-z]+[^>]* (?!class|dir)[a-z-]+=/);
        expect(lines(textIn(html))).toEqual(lines(bodyText(body)));
      }),
    );
  });

  it("P42 shows markup that somebody wrote as the words they wrote", () => {
    const { body } = letterOf("", "<img src=x onerror=alert(1)> & <b>");
    expect(inHtml(<LetterReader body={body} />)).toBe(
      '<div class="letter" dir="auto"><p>&lt;img src=x onerror=alert(1)&gt; &amp; &lt;b&gt;</p></div>',
    );
  });
});

describe("reading what changed", () => {
  it("P39 tells a screen reader what is new and what is gone", () => {
    expect(
      inHtml(
        <Rewording before="Wednesdays, by message" after="Wednesdays before 20:00, by message" />,
      ),
    ).toBe(
      '<span class="rewording">Wednesdays <ins><span class="sr-only">new: </span>before 20:00</ins>, by message</span>',
    );
  });

  it("P39 says so when nothing changed", () => {
    const letter = letterOf("Title", "Words");
    expect(inHtml(<Changes before={letter} after={letter} />)).toContain("Nothing has changed");
  });
});
