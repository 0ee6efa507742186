import { checkExport, type Checks, type Finding } from "./consent/export.ts";
import { ownData, type OwnData, type RoomData } from "./own-data.ts";
import { ok, refuse, type Result } from "./result.ts";

/** What was found in one record, or in a file as a whole. */
type FilePart = {
  /** Which of the records it is, in a file that can have several. */
  readonly title: string | null;
  readonly findings: readonly Finding[];
};

/**
 * Reads a consent record, or a file of everything of somebody's with the records of all their rooms, and
 * says what of it holds. Refuses what is neither, or of a later version.
 */
export function checkFile(
  content: unknown,
  checks: Checks,
): Result<readonly FilePart[], "not-a-record"> {
  const own = ownData.safeParse(content);
  if (own.success) return checkOwnData(own.data, checks);
  const record = checkExport(content, checks);
  return record.ok ? ok([{ title: null, findings: record.value }]) : record;
}

function checkOwnData(data: OwnData, checks: Checks): Result<readonly FilePart[], "not-a-record"> {
  const parts: FilePart[] = [];
  for (const room of data.rooms) {
    const record = checkExport(room.record, checks);
    if (!record.ok) return refuse("not-a-record");
    const title = `The room ${room.room}, with ${room.petname || "the other"}:`;
    parts.push({ title, findings: [ownRecord(data, room), ...record.value] });
  }
  const closed = data.closedRooms.length;
  const says = [
    ...(closed > 0
      ? [
          `The record of ${closed === 1 ? "1 more room" : `${closed} more rooms`}, because it is not in this file.`,
        ]
      : []),
    "Everything else in this file (pieces, answers, names, settings), because only the records carry signatures that can be checked.",
  ];
  const rest = says.map((one): Finding => ({ is: "unchecked", says: one }));
  return ok([...parts, { title: "The rest of the file:", findings: rest }]);
}

/** Whether it is the record of that room, and of whoever the file is of. */
function ownRecord({ account }: OwnData, { room, record }: RoomData): Finding {
  const me = record.people.find(({ side }) => side === "me");
  const isOwn =
    record.room === room && me?.person === account.person && me.signingKey === account.signingKey;
  return isOwn
    ? { is: "holding", says: "The record is of this room and of the person whose file it is." }
    : {
        is: "failing",
        says: "The record is of another room, or not of the person whose file it is.",
      };
}
