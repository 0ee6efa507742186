import { expect } from "vitest";
import { checkExport, exportOf } from "#domain/consent/export.ts";
import type { PersonId, RoomId } from "#domain/ids.ts";
import { isSigned, sha256 } from "#server/statements.ts";
import type { Gate } from "./room-acts.ts";

/** Every signature and both chains in this person's copy of the record, as `npm run verify` checks them. */
export async function recordHolds(gate: Gate, person: PersonId, room: RoomId): Promise<void> {
  const record = await gate.record(person, room);
  if (!record.ok) throw new Error(record.refusal.code);
  const findings = checkExport(exportOf(record.value, "2025-11-03", []), {
    sha256,
    verify: (key, message, signature) => isSigned(signature, message, key),
  });
  if (!findings.ok) throw new Error(findings.refusal.code);
  expect(findings.value.filter(({ is }) => is === "failing")).toEqual([]);
}
