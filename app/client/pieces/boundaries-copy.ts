import * as Y from "yjs";
import type { BoundariesContent, BoundaryLine } from "#domain/pieces/boundaries.ts";

/**
 * Lines of a list as they cross: `lines`, a Y.Array of Y.Map with plain values. The key of a line's
 * place stays behind: it would tell how often the list was put in order.
 */

/** The roots of such a copy, beside `meta`. */
export const BOUNDARIES_ROOTS: readonly string[] = ["lines"];

/** Adds these lines to an empty document; always in this order, so that equal lines are equal bytes. */
export function fillBoundaries(doc: Y.Doc, { lines }: BoundariesContent): void {
  doc.transact(() => doc.getArray<Y.Map<unknown>>("lines").push(lines.map(mapOf)));
}

function mapOf({ until, review, ...line }: BoundaryLine): Y.Map<unknown> {
  const { id, area, statement, welcome, response, firm } = line;
  return new Y.Map<unknown>([
    ["id", id],
    ["area", area],
    ["statement", statement],
    ["welcome", welcome],
    ["response", response],
    ["firm", firm],
    ...(until === undefined ? [] : ([["until", until]] as const)),
    ...(review === undefined ? [] : ([["review", review]] as const)),
  ]);
}

/** What such a copy says, still to be checked against the schema. */
export function readBoundaries(doc: Y.Doc): unknown {
  const lines = doc.getArray<unknown>("lines").toArray();
  return {
    kind: "boundaries",
    lines: lines.map((line) => (line instanceof Y.Map ? line.toJSON() : line)),
  };
}
