import { describe, expect, it } from "vitest";
import { HELP_PAGES, helpPageOf, readHelpPages, theHelpPage } from "./help-pages.ts";

const page = {
  id: "some-page",
  order: 1,
  title: "A page",
  lead: "What it is about.",
  sections: [{ id: "one", title: "One", blocks: ["Words.", { list: ["This", "That"] }] }],
  sources: [{ name: "Somebody", url: "https://example.org" }],
  reviewed: "2026-01-31",
};
const file = (changed: object, path = "/content/help/pages/some-page.json") => ({
  [path]: { ...page, ...changed },
});

describe("the pages to read beside the help lines", () => {
  it("are there for danger, for one's device, for abuse, for counselling and for counsellors", () => {
    expect(HELP_PAGES.map(({ id }) => id)).toEqual([
      "in-danger",
      "your-device",
      "about-abuse",
      "finding-a-counsellor",
      "counsellors",
    ]);
    expect(helpPageOf("nothing")).toBeNull();
    expect(() => theHelpPage("nothing")).toThrow("content/help/pages/nothing.json");
  });

  it("say that counselling for two is advised against where there is abuse, with the source", () => {
    for (const id of ["finding-a-counsellor", "counsellors", "about-abuse"]) {
      const { sources } = theHelpPage(id);
      expect(sources.some(({ url }) => url.startsWith("https://www.thehotline.org/2014"))).toBe(
        true,
      );
    }
    expect(JSON.stringify(theHelpPage("finding-a-counsellor"))).toContain("advised against");
  });

  it("tell counsellors its limits: not studied, no way to look on, nothing that could be handed over", () => {
    const words = JSON.stringify(theHelpPage("counsellors"));
    for (const limit of ["there is no trial of it", "no way to look on", "no legal contract"]) {
      expect(words).toContain(limit);
    }
  });

  it("assume no gender and no romance", () => {
    for (const one of HELP_PAGES) {
      expect(JSON.stringify(one)).not.toMatch(/\b(he|she|his|hers?|husband|wife|lovers?)\b/i);
    }
  });

  it.each([
    ["title", { title: "" }],
    ["lead", { lead: "Look here!" }],
    ["sections", { sections: [] }],
    ["sections[0].blocks[0]", { sections: [{ ...page.sections[0], blocks: [" a"] }] }],
    ["sections", { sections: [...page.sections, ...page.sections] }],
    ["sources", { sources: [] }],
    ["sources[0].url", { sources: [{ name: "x", url: "http://example.org" }] }],
    ["reviewed", { reviewed: "2026-02-30" }],
    ["author", { author: "x" }],
  ])("are refused with the file's name and the field: %s", (field, changed) => {
    const reading = () => readHelpPages(file(changed));
    expect(reading).toThrow("/content/help/pages/some-page.json");
    expect(reading).toThrow(field);
  });

  it("have their id for a name", () => {
    expect(readHelpPages(file({}))).toHaveLength(1);
    expect(() => readHelpPages(file({}, "/content/help/pages/other.json"))).toThrow(
      "/content/help/pages/other.json: id",
    );
  });
});
