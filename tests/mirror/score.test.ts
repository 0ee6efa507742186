import { describe, expect, it } from "vitest";
import { MIRROR_CLASSES } from "#client/mirror/finding.ts";
import { corpusOf } from "./corpus.ts";
import { scores } from "./score.ts";

describe("the language mirror's corpus", () => {
  it.each(MIRROR_CLASSES)("has at least 200 different sentences for %s, of both sorts", (name) => {
    const sentences = corpusOf(name);
    expect(new Set(sentences.map(({ sentence }) => sentence)).size).toBe(sentences.length);
    expect(sentences.length).toBeGreaterThanOrEqual(200);
    const marked = sentences.filter(({ marks }) => marks.length > 0).length;
    expect(marked).toBeGreaterThanOrEqual(80);
    expect(sentences.length - marked).toBeGreaterThanOrEqual(80);
  });

  it.each(scores("held back"))(
    "is read with 0.9 precision and 0.8 recall where it was held back: $class",
    ({ precision, recall }) => {
      expect(precision).toBeGreaterThanOrEqual(0.9);
      expect(recall).toBeGreaterThanOrEqual(0.8);
    },
  );

  it.each(scores("held back, second"))(
    "is read with 0.9 precision and 0.8 recall in a second set that was held back: $class",
    ({ precision, recall }) => {
      expect(precision).toBeGreaterThanOrEqual(0.9);
      expect(recall).toBeGreaterThanOrEqual(0.8);
    },
  );

  it.each(scores("many voices, held back"))(
    "marks hardly a plain sentence among those in many voices that were held back: $class",
    ({ precision, recall }) => {
      expect(precision).toBeGreaterThanOrEqual(0.9);
      expect(recall).toBeGreaterThanOrEqual(0.6);
    },
  );
});
