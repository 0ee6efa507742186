import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import * as Y from "yjs";

/** At a position, so many characters taken away, then these put in. */
type Edit = readonly [position: number, deleted: number, inserted: string];

/** The edits of a trace in the form of josephg/editing-traces, `.json` or `.json.gz`. */
export function editsOfTrace(file: string): Edit[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const trace = JSON.parse(text) as { readonly txns: readonly { readonly patches: Edit[] }[] };
  return trace.txns.flatMap(({ patches }) => patches);
}

/** Somebody who types words, goes back over some of them, and now and then jumps elsewhere. */
export function generatedEdits(count: number): Edit[] {
  let state = 20_261_123;
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
  const edits: Edit[] = [];
  let length = 0;
  let at = 0;
  while (edits.length < count) {
    if (random(40) === 0) at = random(length + 1);
    if (at > 0 && random(12) === 0) {
      at -= 1;
      length -= 1;
      edits.push([at, 1, ""]);
    } else {
      edits.push([at, 0, "etaoin shrdlu"[random(13)] ?? " "]);
      at += 1;
      length += 1;
    }
  }
  return edits;
}

/** What Yjs sends for each edit. */
export function updatesOf(edits: readonly Edit[]): Uint8Array[] {
  const doc = new Y.Doc();
  const text = doc.getText("t");
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (const [position, deleted, inserted] of edits) {
    doc.transact(() => {
      if (deleted > 0) text.delete(position, deleted);
      if (inserted !== "") text.insert(position, inserted);
    });
  }
  return updates;
}
