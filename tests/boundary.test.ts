import { execFile } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const run = promisify(execFile);

function filesUnder(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(directory, entry.name);
    return entry.isDirectory() ? filesUnder(place) : [place];
  });
}

describe("the structure", () => {
  it("has imports that run one way", { timeout: 60_000 }, async () => {
    const { stdout } = await run(
      "node_modules/.bin/depcruise",
      ["--config", ".dependency-cruiser.cjs", "--output-type", "err", "app", "server"],
      { env: { ...process.env, FORCE_COLOR: "0" } },
    );
    expect(stdout).toContain("no dependency violations found");
  });

  it("has no drawer called utils, misc, helpers or lib", () => {
    const drawers = ["app", "server", "tests"]
      .flatMap(filesUnder)
      .filter((file) => /(^|\/)(utils?|misc|helpers?|lib)(\/|\.[a-z]+$)/.test(file));
    expect(drawers).toEqual([]);
  });
});

describe("the specification", () => {
  const ids = [...readFileSync("app/domain/SPEC.md", "utf8").matchAll(/^([A-Z]\d+)\. /gm)].map(
    ([, id]) => id ?? "",
  );
  const tested = new Set(
    ["app", "server", "tests"]
      .flatMap(filesUnder)
      .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
      .flatMap((file) => [
        ...readFileSync(file, "utf8").matchAll(/\b(?:it|test)(?:\.\w+)?\s*\(\s*["'`]([A-Z]\d+)\b/g),
      ])
      .map(([, id]) => id ?? ""),
  );

  it("gives every rule an ID of its own", () => {
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  });

  it("has a test for every rule, whose title begins with its ID", () => {
    expect(ids.filter((id) => !tested.has(id))).toEqual([]);
  });

  it("knows every rule that a test names", () => {
    const rule = /^[A-Z]\d+$/;
    expect([...tested].filter((id) => rule.test(id) && !ids.includes(id))).toEqual([]);
  });
});
