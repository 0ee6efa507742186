import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { en } from "./en.ts";
import { interfaceWords, languageFor, wordsIn } from "./languages.ts";
import { pseudo } from "./pseudo.ts";
import { table } from "./table.ts";

describe("the language of a page", () => {
  it("is the first that the browser asks for and that there is, else English", () => {
    expect(languageFor(null)).toBe("en");
    expect(languageFor("de-DE, de;q=0.9, en;q=0.8")).toBe("en");
    expect(languageFor("ar-XB, en;q=0.5")).toBe("ar-XB");
    expect(languageFor("en-GB;q=0.4, ar-XB;q=0.3")).toBe("en");
    expect(languageFor("ar-XB;q=0, en")).toBe("en");
    expect(languageFor("ar")).toBe("en");
  });

  it("is chosen without a fault, whatever the browser says", () => {
    fc.assert(
      fc.property(fc.string(), (asked) => {
        expect(["en", "ar-XB"]).toContain(languageFor(asked));
      }),
    );
  });
});

describe("the words of the interface", () => {
  const everyWord = Object.entries(en).flatMap(([file, words]) =>
    Object.entries(words).map(([key, words]) => ({ at: `${file}:${key}`, words })),
  );

  it("are there in every language, and none of them is empty", () => {
    expect(everyWord.length).toBeGreaterThan(300);
    for (const { at, words } of everyWord) {
      expect(words.trim(), at).not.toBe("");
      const [, key = ""] = at.split(":");
      if (/_(one|other)$/.test(key)) continue;
      expect(wordsIn("en").exists(at), at).toBe(true);
      expect(wordsIn("ar-XB").exists(at), at).toBe(true);
    }
  });

  it("have no exclamation marks", () => {
    expect(everyWord.filter(({ words }) => words.includes("!"))).toEqual([]);
  });

  it("say one and several in their own words", () => {
    const t = interfaceWords("settings-delete");
    expect(t("erased", { count: 1 })).toBe(
      "One piece that you wrote alone is erased, words and keys.",
    );
    expect(t("erased", { count: 12 })).toBe(
      "12 pieces that you wrote alone are erased, words and keys.",
    );
  });

  it("write what people wrote as it is", () => {
    const name = "<b>Ben</b> & {{other}} $t(room:pause)";
    expect(interfaceWords("room")("youAndName", { name })).toBe(`You and ${name}`);
  });

  it("of a table are looked up when they are said", () => {
    const words = table("components", { easy: "easyToGuess" });
    expect(words.easy).toBe("Easy to guess");
    expect(Object.keys(words)).toEqual(["easy"]);
  });
});

describe("the made-up language", () => {
  it("leaves what is for the software as it was, and everything else marked and longer", () => {
    const said = pseudo("Your name <b>{{name}}</b> is here.");
    expect(said).toContain("<b>");
    expect(said).toContain("{{name}}");
    expect(said).toContain("</b>");
    expect(said).not.toMatch(/Your|here/);
    expect(said.length).toBeGreaterThan("Your name <b>{{name}}</b> is here.".length * 1.3);
  });
});
