import { describe, expect, it } from "vitest";
import { LABELS } from "#domain/crypto/labels.ts";
import { checkVectors } from "./check-vectors.ts";

describe("the formats", () => {
  it("K25 are what they were when the vectors were written", async () => {
    expect(await checkVectors()).toEqual([]);
  });

  it("K24 have a label of their own for each purpose", () => {
    const labels = Object.values(LABELS);
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) expect(label).toMatch(/^threshold\/v1\/[a-z/ ]+$/);
  });
});
