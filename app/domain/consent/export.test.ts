import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type * as z from "zod";
import { toBase64Url } from "../bytes.ts";
import { lineHashInput } from "../crypto/line-format.ts";
import { checkFile } from "../check-file.ts";
import type { LineId, PersonId, RoomId } from "../ids.ts";
import type { ownData } from "../own-data.ts";
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
    .filter(({ is }) => is === "failing")
    .map(({ says }) => says);

const unchecked = (content: unknown = file) =>
  findings(content)
    .filter(({ is }) => is === "unchecked")
    .map(({ says }) => says);

/** The file with one act changed. */
const withAct = (what: string, change: object, by?: string): RecordExport => ({
  ...file,
  acts: file.acts.map((act) =>
    act.what === what && (by === undefined || act.by === by) ? { ...act, ...change } : act,
  ),
});

/** Everything of Bo's, who has written nothing but what is in this record, as the first version had it. */
function ownDataWith(record: RecordExport): z.input<typeof ownData> {
  const me = record.people.find(({ side }) => side === "me");
  if (!me) throw new Error("nobody's record");
  const { person, signingKey } = me;
  return {
    format: "threshold own data",
    version: 1,
    exportedOn: "2025-11-03",
    account: { name: "heron-4821", person, signingKey, boxKey: some(32) },
    settings: { idleMinutes: 10, neutralTitle: false, country: null },
    closedRooms: [],
    rooms: [
      {
        ...{ room: record.room, petname: "Ada", other: null, paused: false, left: null, record },
        settings: { quietHours: null, pace: { every: "time" } },
        ...{ written: [], opened: [], together: [], questions: [] },
      },
    ],
  };
}

describe("an exported record", () => {
  it("S8 holds as it was made, and says so in words", () => {
    expect(broken()).toEqual([]);
    const says = findings().map((one) => one.says);
    expect(says).toContain(
      `Both signed exactly these words, on 2025-11-03 and 2025-11-03: “${WORDS}”`,
    );
    expect(says.join("\n")).toContain("Ada: all 3 signatures hold.");
  });

  it("S8 says what could not be checked, and why, and counts it neither way", () => {
    expect(unchecked()).toEqual(["Bo: 1 act, because nobody signs these (opened on 2025-11-03)."]);
    expect(unchecked({ ...file, wordings: [] })).toContain(
      "The words of a line that both signed on 2025-11-03 and 2025-11-03, because they are not in this file.",
    );
    expect(broken({ ...file, wordings: [] })).toEqual([]);
    const [wording] = file.wordings;
    const more = { ...file, wordings: [wording, { ...wording, hash: some(32) }] };
    expect(unchecked(more)).toContain(
      "1 more wording in this file, because no signature of those words is in it.",
    );
    const alone = { ...file, people: file.people.filter(({ side }) => side === "me") };
    expect(unchecked(alone).join()).toContain("their key is not in this file");
    const told = withAct("answered", { what: "promised", statement: null });
    expect(unchecked(told).join()).toContain("promised on 2025-11-03");
    // What was signed as something else does not pass for what nobody signs.
    expect(broken(withAct("answered", { what: "opened" })).join()).toContain(
      "opened on 2025-11-03",
    );
  });

  it("S8 holds for words that one of them has signed, and not for others in their place", () => {
    const acts = file.acts.filter(({ what, by }) => what !== "line-signed" || by === "other");
    const one = findings({ ...file, acts }).find(({ says }) => says.includes(WORDS));
    expect(one).toMatchObject({ is: "holding", says: expect.stringMatching(/^Only Ada signed/) });
    const [wording] = file.wordings;
    const wordings = [wording, { ...wording, words: "Wednesdays, no message." }];
    expect(broken({ ...file, acts, wordings }).join()).toContain("only Ada signed");
    expect(broken({ ...file, wordings })).toEqual([
      expect.stringContaining("not the words that both signed"),
    ]);
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

  it("S8 is checked within a file of everything of somebody's, room by room", () => {
    const failing = (content: unknown) => {
      const checked = checkFile(content, checks);
      if (!checked.ok) throw new Error(checked.refusal.code);
      return checked.value.flatMap((part) =>
        part.findings.filter(({ is }) => is === "failing").map(({ says }) => says),
      );
    };
    const own = ownDataWith(file);
    expect(checkFile(file, checks)).toMatchObject({ value: [{ title: null }] });
    expect(checkFile(own, checks)).toMatchObject({
      value: [{ title: expect.stringContaining("Ada") }, { findings: [{ is: "unchecked" }] }],
    });
    expect(failing(own)).toEqual([]);
    const forged = ownDataWith(withAct("accepted", { on: "2025-11-04" }));
    expect(failing({ ...own, rooms: [...own.rooms, ...forged.rooms] })).toEqual([
      expect.stringContaining("accepted on 2025-11-04"),
    ]);
    const another = { ...own.account, person: newId<PersonId>() };
    expect(failing({ ...own, account: another })).toEqual([
      expect.stringContaining("not of the person whose file it is"),
    ]);
    const elsewhere = own.rooms.map((one) => ({ ...one, room: newId<RoomId>() }));
    expect(failing({ ...own, rooms: elsewhere })).toHaveLength(1);
    const closed = [{ room: newId<RoomId>(), petname: "Cy" }];
    expect(JSON.stringify(checkFile({ ...own, closedRooms: closed }, checks))).toContain(
      "The record of 1 more room",
    );
    expect(checkFile({ ...own, version: 3 }, checks)).toMatchObject({ ok: false });
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
      const signed = file.acts.filter(({ what }) => what !== "opened");
      const good = run({ ...file, acts: signed });
      expect(good.stdout).toContain("holds        Both signed exactly these words");
      expect(good.stdout).toContain("All of it holds.");
      expect(good.status).toBe(0);

      const [wording] = file.wordings;
      const wordings = [{ ...wording, words: "x\nAll of it holds." }];
      const bad = run({ ...withAct("accepted", { on: "2025-11-04" }), wordings });
      expect(bad.stdout).toContain("DOES NOT     Bo: 1 of 3 signatures");
      expect(bad.stdout).not.toMatch(/^All of it holds/m);
      expect(bad.status).toBe(1);

      const none = run({});
      expect(none.stdout).toContain("This is not a consent record");
      expect(none.status).toBe(2);

      const own = run(ownDataWith(file));
      expect(own.stdout).toContain("with Ada:\nholds        The record is of this room");
      expect(own.stdout).toContain(WORDS);
      expect(own.stdout).toContain("NOT CHECKED  Bo: 1 act");
      expect(own.stdout).toContain("NOT CHECKED  Everything else in this file");
      expect(own.stdout).toContain("What could be checked holds.");
      expect(own.stdout).not.toContain("All of it holds.");
      expect(own.status).toBe(0);
    } finally {
      rmSync(place, { recursive: true });
    }
  });
});
