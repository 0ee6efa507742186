import { toBase64Url } from "#domain/bytes.ts";
import { exportOf } from "#domain/consent/export.ts";
import type { RoomId } from "#domain/ids.ts";
import { idleMinutesOf } from "#domain/index-schema.ts";
import type { OwnData, RoomData } from "#domain/own-data.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { PieceView, RecordView, RoomSummary } from "#domain/rooms.ts";
import { today } from "../rooms/day.ts";
import { openRoom, type RoomStore } from "../rooms/room-store.ts";
import { pairedOf } from "../rooms/versions.ts";
import type { Gathering, OpenedRoom } from "./gathering.ts";
import { readOpened, readWritten } from "./read-own.ts";
import { readQuestion } from "./read-question.ts";
import { readTogether, type ReadTogether } from "./read-together.ts";

/**
 * Everything of mine, read and opened on this device: the server gives what it gives any page of mine, and
 * learns that an export was made and not what is in it. `confirm-again`: the password is asked for
 * first. `offline`, `cancelled`: nothing was made, for half an export looks like a whole one.
 */
export async function gatherOwnData(gathering: Gathering): Promise<Result<OwnData>> {
  const { hand, signal } = gathering;
  const records = await fetchRecords(gathering);
  if (!records.ok) return records;
  const refreshed = await hand.keyring.index.refresh();
  if (!refreshed.ok) return refreshed;

  const opened = new Map<RoomId, OpenedRoom>();
  const closedRooms: OwnData["closedRooms"] = [];
  for (const room of records.value.keys()) {
    if (signal.aborted) return refuse("cancelled");
    const found = await openOnce(gathering, room);
    if (found.ok) opened.set(room, found.value);
    else if (found.refusal.code !== "not-the-other") return found;
    else closedRooms.push({ room, petname: refreshed.value.rooms[room]?.petname ?? "" });
  }

  const count = counting(gathering, [...opened.values()]);
  const rooms: RoomData[] = [];
  for (const [room, one] of opened) {
    const record = records.value.get(room);
    const read = record && (await readRoom(gathering, one, record, count));
    if (read && !read.ok) return read;
    if (read) rooms.push(read.value);
  }
  return ok({ ...about(gathering), rooms, closedRooms });
}

/** First of all, and all of them: the password counts for five minutes, and the rest takes its time. */
async function fetchRecords({
  hand: { api },
  signal,
}: Gathering): Promise<Result<ReadonlyMap<RoomId, RecordView>>> {
  const begun = await api.get("/api/export");
  if (!begun.ok) return begun;
  const { rooms } = begun.value as { readonly rooms: readonly RoomSummary[] };
  const records = new Map<RoomId, RecordView>();
  for (const { room } of rooms) {
    if (signal.aborted) return refuse("cancelled");
    const record = await api.get(`/api/export/${room}`);
    if (!record.ok) return record;
    records.set(room, record.value as RecordView);
  }
  return ok(records);
}

/** A room as its pages open it, with everything checked that they check. */
async function openOnce({ hand, live }: Gathering, room: RoomId): Promise<Result<OpenedRoom>> {
  const store = openRoom(hand, live, room);
  try {
    return await settled(store);
  } finally {
    store.close();
  }
}

async function settled(store: RoomStore): Promise<Result<OpenedRoom>> {
  await new Promise<void>((resolve) => {
    const look = () => {
      if (store.state().is !== "opening") resolve();
    };
    store.subscribe(look);
    look();
  });
  const state = store.state();
  switch (state.is) {
    case "open":
      return state.offline
        ? refuse("offline")
        : ok({ scene: state.scene, paired: pairedOf(state.scene) });
    case "failed":
      return refuse(state.code);
    case "not-the-other":
      return refuse("not-the-other");
    case "gone":
    case "opening":
      return refuse("fault");
  }
}

async function readRoom(
  gathering: Gathering,
  room: OpenedRoom,
  record: RecordView,
  count: () => void,
): Promise<Result<RoomData>> {
  const { view, petname, other } = room.scene;
  const written: RoomData["written"] = [];
  const opened: RoomData["opened"] = [];
  const together: ReadTogether[] = [];
  const questions: RoomData["questions"] = [];
  for (const piece of view.pieces) {
    if (gathering.signal.aborted) return refuse("cancelled");
    const read = await readPiece(gathering, room, piece, { written, opened, together, questions });
    if (!read.ok) return read;
    count();
  }
  const { paused, left } = view.pause;
  const wordings = together.flatMap((one) => one.wordings);
  const name = { me: undefined, other: petname || undefined };
  return ok({
    room: view.room,
    petname,
    other: other && { person: other.person, signingKey: toBase64Url(other.signingKey) },
    ...{ paused, left, settings: view.settings, written, opened },
    together: together.map(({ piece }) => piece),
    questions,
    record: exportOf(record, today(), wordings, (side) => name[side]),
  });
}

type Collected = Pick<RoomData, "written" | "opened" | "questions"> & {
  readonly together: ReadTogether[];
};

/** What waits at my door is not mine. */
async function readPiece(
  gathering: Gathering,
  room: OpenedRoom,
  view: PieceView,
  { written, opened, together, questions }: Collected,
): Promise<Result<null>> {
  if (view.mode === "paired") {
    const read = await readQuestion(gathering, room, view);
    if (read.ok) questions.push(read.value);
    return read.ok ? ok(null) : read;
  }
  if (view.mode === "together") {
    const { state } = view;
    if (state.is !== "open" && state.is !== "closed") return ok(null);
    const read = await readTogether(gathering, room, view, state);
    if (read.ok) together.push(read.value);
    return read.ok ? ok(null) : read;
  }
  if (view.role === "author") {
    const read = await readWritten(gathering, room, view);
    if (read.ok) written.push(read.value);
    return read.ok ? ok(null) : read;
  }
  for (const version of view.opened) {
    if (version.takenBack) continue;
    const read = await readOpened(gathering, room, view, version);
    if (!read.ok) return read;
    opened.push(read.value);
  }
  return ok(null);
}

/** Tells how far it is, and once more after each piece. */
function counting({ onProgress }: Gathering, rooms: readonly OpenedRoom[]): () => void {
  const of = rooms.reduce((sum, { scene }) => sum + scene.view.pieces.length, 0);
  let done = 0;
  onProgress({ done, of });
  return () => {
    done += 1;
    onProgress({ done, of });
  };
}

function about({ hand: { keyring } }: Gathering): Omit<OwnData, "rooms" | "closedRooms"> {
  const { name, person, signingKey, boxKey } = keyring;
  const index = keyring.index.current();
  const { neutralTitle = false, country = null } = index.prefs;
  return {
    format: "threshold own data",
    version: 1,
    exportedOn: today(),
    account: {
      name,
      person,
      signingKey: toBase64Url(signingKey),
      boxKey: toBase64Url(boxKey),
    },
    settings: { idleMinutes: idleMinutesOf(index), neutralTitle, country },
  };
}
