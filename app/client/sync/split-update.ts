import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { Bytes } from "#domain/bytes.ts";
import { ownBytes } from "./yjs-update.ts";

type Struct = Y.Item | Y.GC | Y.Skip;
type Deletion = { readonly client: number; readonly clock: number; readonly len: number };

/** A client id or a clock takes at most eight bytes each, a length as many. */
const DELETION_BYTES = 24;
/** What a part takes besides its structs, generously. */
const FRAME_BYTES = 64;

/**
 * Cuts an update into parts of at most `limit` bytes, to be applied in their order: structs first, cut
 * inside long texts where need be, then deletions. `null` when one single value is larger than that.
 */
export function splitUpdate(update: Bytes, limit: number): Bytes[] | null {
  if (update.length <= limit) return [update];
  const budget = limit - FRAME_BYTES;
  const { structs, ds } = Y.decodeUpdate(update);

  const parts: Bytes[] = [];
  let held: Struct[] = [];
  let size = 0;
  const waiting = [...structs].reverse();
  for (let struct = waiting.pop(); struct; struct = waiting.pop()) {
    const bytes = sizeOf(struct);
    if (bytes > budget) {
      const halves = struct instanceof Y.Item ? halve(struct) : null;
      if (!halves) return null;
      waiting.push(halves[1], halves[0]);
      continue;
    }
    if (size + bytes > budget) {
      parts.push(encode(held, []));
      held = [];
      size = 0;
    }
    held.push(struct);
    size += bytes;
  }
  if (held.length > 0) parts.push(encode(held, []));

  const deletions = [...ds.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, clock, len })),
  );
  const many = Math.max(1, Math.floor(budget / DELETION_BYTES));
  for (let at = 0; at < deletions.length; at += many) {
    parts.push(encode([], deletions.slice(at, at + many)));
  }
  return parts;
}

function sizeOf(struct: Struct): number {
  const encoder = new Y.UpdateEncoderV1();
  struct.write(encoder, 0);
  // A new run of the same client may begin with it: its count, client and clock.
  return encoding.length(encoder.restEncoder) + 24;
}

/** Both halves of a run of text or values, or `null` for what has no middle. Takes the item apart. */
function halve(item: Y.Item): [Y.Item, Y.Item] | null {
  if (item.length < 2) return null;
  let middle = Math.floor(item.length / 2);
  if (item.content instanceof Y.ContentString && isHighSurrogate(item.content.str, middle - 1)) {
    middle--;
    if (middle === 0) return null;
  }
  const { client, clock } = item.id;
  const right = new Y.Item(
    Y.createID(client, clock + middle),
    null,
    Y.createID(client, clock + middle - 1),
    null,
    item.rightOrigin,
    item.parent,
    item.parentSub,
    item.content.splice(middle),
  );
  item.length = middle;
  return [item, right];
}

function isHighSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff;
}

/** Yjs's first update format, as its own `encodeStateAsUpdate` writes it. */
function encode(structs: readonly Struct[], deletions: readonly Deletion[]): Bytes {
  const encoder = new Y.UpdateEncoderV1();
  const out = encoder.restEncoder;
  const runs = runsBy(structs, (struct) => struct.id.client);
  encoding.writeVarUint(out, runs.size);
  for (const [client, run] of runs) {
    encoding.writeVarUint(out, run.length);
    encoder.writeClient(client);
    encoding.writeVarUint(out, run[0]?.id.clock ?? 0);
    for (const struct of run) struct.write(encoder, 0);
  }
  const ranges = runsBy(deletions, (deletion) => deletion.client);
  encoding.writeVarUint(out, ranges.size);
  for (const [client, of] of ranges) {
    encoding.writeVarUint(out, client);
    encoding.writeVarUint(out, of.length);
    for (const { clock, len } of of) {
      encoding.writeVarUint(out, clock);
      encoding.writeVarUint(out, len);
    }
  }
  return ownBytes(encoder.toUint8Array());
}

function runsBy<T>(items: readonly T[], keyOf: (item: T) => number): Map<number, T[]> {
  const runs = new Map<number, T[]>();
  for (const item of items) {
    const run = runs.get(keyOf(item));
    if (run) run.push(item);
    else runs.set(keyOf(item), [item]);
  }
  return runs;
}
