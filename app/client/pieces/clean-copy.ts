import * as Y from "yjs";
import * as z from "zod";
import { sameBytes, type Bytes } from "#domain/bytes.ts";
import { boundariesContent, type BoundariesContent } from "#domain/pieces/boundaries.ts";
import { forgivenessContent, type WrittenContent } from "#domain/pieces/forgiveness.ts";
import { letterContent } from "#domain/pieces/letter.ts";
import { answerContent, type AnswerContent } from "#domain/pieces/question.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import { BOUNDARIES_ROOTS, fillBoundaries, readBoundaries } from "./boundaries-copy.ts";
import { fillWritten, readWritten } from "./written-copy.ts";

/**
 * A clean copy is what a sealed version holds: the state of a fresh Yjs document, with a fresh client
 * id, into which nothing but chosen content was written once. So nothing that was typed and deleted,
 * no hidden attribute and no trace of devices or times can travel with it.
 *
 * There is exactly one sequence of bytes for one content and one client id; a reader builds it again
 * and compares, so that nothing can hide in it.
 */

/** What can be offered, or put in. Other kinds join here. */
export type VersionContent = WrittenContent | AnswerContent | BoundariesContent;
const versionContent = z.discriminatedUnion("kind", [
  letterContent,
  forgivenessContent,
  answerContent,
  boundariesContent,
]);

/** The largest clean copy, in bytes. */
export const MAX_COPY_BYTES = 256 * 1024;

const FORMAT = 1;
const ROOTS: ReadonlySet<string> = new Set(["meta", "title", "body", ...BOUNDARIES_ROOTS]);

/** The clean copy of chosen content, to be shown as the preview and then sealed as it is. */
export function cleanCopy(content: VersionContent): Result<Bytes, "too-long"> {
  // A fresh document draws its own random client id.
  const bytes = build(versionContent.parse(content), new Y.Doc());
  return bytes.length > MAX_COPY_BYTES ? refuse("too-long") : ok(bytes);
}

/**
 * What a clean copy says. Anything that {@link cleanCopy} would not have written for just this
 * content is refused: deletions, a second client, other roots, missing parts, hidden attributes.
 */
export function openCopy(bytes: Uint8Array): Result<VersionContent, "not-a-clean-copy"> {
  if (bytes.length > MAX_COPY_BYTES) return refuse("not-a-clean-copy");
  const content = readQuietly(bytes);
  return content ? ok(content) : refuse("not-a-clean-copy");
}

/** Yjs throws in many ways for bytes that are no update; here they all mean the same. */
function readQuietly(bytes: Uint8Array): VersionContent | null {
  try {
    return read(bytes);
  } catch {
    return null;
  }
}

function read(bytes: Uint8Array): VersionContent | null {
  // V1 only: a crafted V2 update can make Yjs hang.
  const { structs, ds } = Y.decodeUpdate(bytes);
  const clients = new Set(structs.map(({ id }) => id.client));
  const [client] = clients;
  if (client === undefined || clients.size > 1 || ds.clients.size > 0) return null;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  if (doc.store.pendingStructs || doc.store.pendingDs) return null;
  if ([...doc.share.keys()].some((root) => !ROOTS.has(root))) return null;
  const content = contentOf(doc);
  return content && sameBytes(build(content, docOf(client)), bytes) ? content : null;
}

function contentOf(doc: Y.Doc): VersionContent | null {
  const kind = doc.getMap("meta").get("kind");
  const read = versionContent.safeParse(
    kind === "boundaries" ? readBoundaries(doc) : readWritten(doc),
  );
  return read.success ? read.data : null;
}

function docOf(client: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = client;
  return doc;
}

/** In one transaction and always in this order: the bytes follow from content and client id alone. */
function build(content: VersionContent, doc: Y.Doc): Bytes {
  const meta = doc.getMap("meta");
  doc.transact(() => {
    meta.set("format", FORMAT);
    meta.set("kind", content.kind);
    if (content.kind === "boundaries") fillBoundaries(doc, content);
    else fillWritten(doc, content);
  });
  const bytes = new Uint8Array(Y.encodeStateAsUpdate(doc));
  doc.destroy();
  return bytes;
}
