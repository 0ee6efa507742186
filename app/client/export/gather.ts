import { toBase64Url } from "#domain/bytes.ts";
import type { RecordExport } from "#domain/consent/export.ts";
import type { RoomId } from "#domain/ids.ts";
import { idleMinutesOf, type Index, type RoomEntry } from "#domain/index-schema.ts";
import type { OwnData, RoomData } from "#domain/own-data.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { PieceView } from "#domain/piece-view.ts";
import type { RoomSummary } from "#domain/room-view.ts";
import { today } from "../rooms/day.ts";
import { openRoom, type RoomStore } from "../rooms/room-store.ts";
import { recordFile } from "../rooms/room-record.ts";
import { pairedOf } from "../rooms/versions.ts";
import type { Gathering, OpenedRoom } from "./gathering.ts";
import { readOpened, readWritten } from "./read-own.ts";
import { readQuestion } from "./read-question.ts";
import { readTogether } from "./read-together.ts";
import { isNewer, known } from "#domain/newer.ts";

/**
 * Everything of mine, read and opened on this device: the server gives what it gives any page of mine, and
 * learns that an export was made and not what is in it. `confirm-again`: the password is asked for
 * first. `offline`, `cancelled`, `newer-version` (some of it cannot be read here): nothing was made, for half an export looks like a whole one.
 */
export async function gatherOwnData(gathering: Gathering): Promise<Result<OwnData>> {
  const { hand, signal } = gathering;
  const begun = await hand.api.get("/api/export");
  if (!begun.ok) return begun;
  const { rooms: listed } = begun.value as { readonly rooms: readonly RoomSummary[] };
  const refreshed = await hand.keyring.index.refresh();
  if (!refreshed.ok) return refreshed;
  if (hasNewer(refreshed.value)) return refuse("newer-version");

  // All records before the rest: the password counts for five minutes, and reading takes its time.
  const opened: Recorded[] = [];
  const closedRooms: OwnData["closedRooms"] = [];
  for (const { room } of listed) {
    if (signal.aborted) return refuse("cancelled");
    const found = await openWithRecord(gathering, room);
    if (found.ok) opened.push(found.value);
    else if (found.refusal.code !== "not-the-other") return found;
    else closedRooms.push({ room, petname: known(refreshed.value.rooms[room])?.petname ?? "" });
  }

  const count = counting(gathering, opened);
  const rooms: RoomData[] = [];
  for (const one of opened) {
    const read = await readRoom(gathering, one, count);
    if (!read.ok) return read;
    rooms.push(read.value);
  }
  return ok({ ...about(gathering), rooms, closedRooms });
}

/** Whether there is something in it that a file would leave out, or say wrongly. */
function hasNewer({ rooms, pieces, prefs, walk }: Index): boolean {
  const cards = Object.values(rooms).map((entry) => known(entry)?.cards);
  const ofMine = [prefs.idleMinutes, prefs.neutralTitle, prefs.country, walk];
  return [...Object.values(rooms), ...cards, ...Object.values(pieces), ...ofMine].some(isNewer);
}

type Recorded = OpenedRoom & { readonly record: RecordExport };

async function openWithRecord(gathering: Gathering, room: RoomId): Promise<Result<Recorded>> {
  const opened = await openOnce(gathering, room);
  if (!opened.ok) return opened;
  const { scene, paired } = opened.value;
  const record = await recordFile(gathering.hand, paired, scene.view, scene.petname);
  return record.ok ? ok({ scene, paired, record: record.value }) : record;
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
  room: Recorded,
  count: () => void,
): Promise<Result<RoomData>> {
  const { view, petname, other } = room.scene;
  const written: RoomData["written"] = [];
  const opened: RoomData["opened"] = [];
  const together: RoomData["together"] = [];
  const questions: RoomData["questions"] = [];
  for (const piece of view.pieces) {
    if (gathering.signal.aborted) return refuse("cancelled");
    const read = await readPiece(gathering, room, piece, { written, opened, together, questions });
    if (!read.ok) return read;
    count();
  }
  const { paused, left } = view.pause;
  const entry = known(gathering.hand.keyring.index.current().rooms[view.room]);
  const settings = { ...view.settings, cards: cardsOf(entry) };
  return ok({
    room: view.room,
    petname,
    other: other && { person: other.person, signingKey: toBase64Url(other.signingKey) },
    ...{ paused, left, settings, written, opened, together, questions },
    record: room.record,
  });
}

function cardsOf(entry: RoomEntry | undefined): RoomData["settings"]["cards"] {
  const cards = known(entry?.cards);
  if (!cards) return null;
  const { depth = null, fits = [], notThemes = [], notCards = [] } = cards;
  return { depth, fits, notThemes, notCards };
}

function walkOf({ walk }: Index): OwnData["walk"] {
  const kept = known(walk);
  if (!kept) return null;
  const { been = [], left = [], hidden = [], waved = [], away = false } = kept;
  return { been, left, hidden, waved, away };
}

type Collected = Pick<RoomData, "written" | "opened" | "together" | "questions">;

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
  const neutralTitle = known(index.prefs.neutralTitle) ?? false;
  const country = known(index.prefs.country) ?? null;
  return {
    format: "threshold own data",
    version: 2,
    exportedOn: today(),
    account: {
      name,
      person,
      signingKey: toBase64Url(signingKey),
      boxKey: toBase64Url(boxKey),
    },
    settings: { idleMinutes: idleMinutesOf(index), neutralTitle, country },
    walk: walkOf(index),
  };
}
