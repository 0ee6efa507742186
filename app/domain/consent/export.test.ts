import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { toBase64Url } from "../bytes.ts";
import { lineHashInput } from "../crypto/line-format.ts";
import type { LineId } from "../ids.ts";
import { checkExport, exportOf, type RecordExport } from "./export.ts";
import { isSigned, sha256 } from "#server/statements.ts";
import { changeKeys } from "#tests/support/key-change.ts";
import { memoryStores, newId, random, RoomWorld, some } from "#tests/support/room-world.ts";

const WORDS = "Wednesdays, message first.";
const checks = {
  sha256,
  verify: (key: Uint8Array, message: Uint8Array, signature: Uint8Array) =>
    isSigned(signature, message, key),
};

let file: RecordExport;
beforeEach(async () => {
  const world = await RoomWorld.paired();
  const { ada, bo } = world;
  const letter = await world.begin(ada);
  const version = await world.offer(ada, letter);
  await world.run(bo, letter, { kind: "open", version });
  world.now += 1;
  await world.sign(bo, letter, { kind: "answer", version, answer: some(284) });
  world.now += 1;
  const piece = await world.together();
  const line = newId<LineId>();
  const salt = random(32);
  const hash = toBase64Url(sha256(lineHashInput(piece, line, salt, WORDS)));
  for (const who of [ada, bo]) {
    world.now += 1;
    await world.sign(who, piece, { kind: "sign-line", line, hash, sealedWording: some(284) });
  }
  const record = await world.consent.record(bo.person, world.room);
  if (!record.ok) throw new Error("no record");
  const wording = { piece, line, hash, words: WORDS, salt: toBase64Url(salt) };
  const made = exportOf(record.value, world.day, [wording], (side) =>
    side === "me" ? "Bo" : "Ada",
  );
  file = JSON.parse(JSON.stringify(made)) as RecordExport;
});

const findings = (content: unknown = file) => {
  const checked = checkExport(content, checks);
  return checked.ok ? checked.value : [];
};
const broken = (content: unknown = file) =>
  findings(content)
    .filter(({ holds }) => !holds)
    .map(({ says }) => says);

/** The file with one act changed. */
const withAct = (what: string, change: object, by?: string): RecordExport => ({
  ...file,
  acts: file.acts.map((act) =>
    act.what === what && (by === undefined || act.by === by) ? { ...act, ...change } : act,
  ),
});

describe("an exported record", () => {
  it("S8 holds as it was made, and says so in words", () => {
    expect(broken()).toEqual([]);
    const says = findings().map((one) => one.says);
    expect(says).toContain(
      `Both signed exactly these words, on 2025-11-03 and 2025-11-03: “${WORDS}”`,
    );
    expect(says.join("\n")).toContain("Ada: all 3 signatures hold.");
  });

  it("S8 does not hold for other words, another day or another person", () => {
    const [wording] = file.wordings;
    if (!wording) throw new Error("a wording");
    const other = { ...file, wordings: [{ ...wording, words: "Wednesdays, no message." }] };
    expect(broken(other)).toEqual([expect.stringContaining("not the words that both signed")]);
    expect(broken(withAct("line-signed", { on: "2025-11-04" }, "me"))).toHaveLength(1);
    expect(broken(withAct("line-signed", { by: "me" }, "other")).length).toBeGreaterThan(0);
    expect(broken(withAct("answered", { what: "told-opened" }))).toHaveLength(1);
    expect(broken(withAct("line-signed", { hash: some(32) }, "other"))).toHaveLength(1);
  });

  it("S8 does not hold when a statement is left out, or its signature is another", () => {
    const without = { ...file, acts: file.acts.filter(({ what }) => what !== "answered") };
    expect(broken(without)).toEqual(["Bo: the chain of statements breaks at number 1."]);
    const unoffered = { ...file, acts: file.acts.filter(({ what }) => what !== "offered") };
    expect(broken(unoffered)).toEqual([expect.stringContaining("is not in this file")]);
    const act = file.acts.find(({ what }) => what === "accepted");
    const statement = { ...act?.statement, signature: some(64) };
    expect(broken(withAct("accepted", { statement }))).toEqual([
      expect.stringContaining("1 of 3 signatures do not hold (accepted on 2025-11-03)"),
    ]);
  });

  it("S8 holds across a change of keys, and not for keys that those before have not named", async () => {
    const { newKeys, ...stores } = memoryStores();
    const world = await RoomWorld.paired(stores);
    const piece = await world.together();
    world.now += 1;
    const renewed = await changeKeys(world, newKeys, world.ada);
    world.now += 1;
    await world.sign(renewed, piece, { kind: "close" });
    const record = await world.consent.record(world.bo.person, world.room);
    if (!record.ok) throw new Error("no record");
    const made = JSON.parse(JSON.stringify(exportOf(record.value, world.day, []))) as RecordExport;
    expect(broken(made)).toEqual([]);
    expect(findings(made).map(({ says }) => says)).toContain(
      "The other: each change of keys is signed by the keys before it.",
    );
    const unnamed = made.acts.filter(({ what }) => what !== "keys-changed");
    expect(broken({ ...made, acts: unnamed })).toContain(
      "The other: a change of keys is not signed by the keys before it.",
    );
    const forgotten = made.people.map(({ before: _before, ...one }) => one);
    expect(broken({ ...made, people: forgotten })).toEqual([
      expect.stringContaining("signatures do not hold"),
    ]);
  });

  it("S8 is refused if it is something else, or of a later version", () => {
    for (const content of [null, {}, { ...file, version: 2 }, { ...file, people: [] }]) {
      expect(checkExport(content, checks)).toMatchObject({ ok: false });
    }
  });

  it("S8 is checked by a command, without a server", () => {
    const place = mkdtempSync(path.join(tmpdir(), "record-"));
    const run = (content: unknown) => {
      const at = path.join(place, "record.json");
      writeFileSync(at, JSON.stringify(content));
      const args = ["--import", "tsx", "server/verify/verify.ts", at];
      return spawnSync(process.execPath, args, { encoding: "utf8" });
    };
    try {
      const good = run(file);
      expect(good.stdout).toContain("All of it holds.");
      expect(good.status).toBe(0);
      expect(run(withAct("accepted", { on: "2025-11-04" })).status).toBe(1);
      expect(run({}).status).toBe(2);
    } finally {
      rmSync(place, { recursive: true });
    }
  });
});
