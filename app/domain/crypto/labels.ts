import { ascii } from "../bytes.ts";
import { Writer } from "../binary.ts";

/**
 * Every key, every sealed thing and every hash has a label of its own, so that bytes made for one
 * purpose are worth nothing for another. A change of any format takes a new label ("v2"), never a
 * change of what stands behind an old one.
 */
export const LABELS = {
  // derived keys
  "account identity": "threshold/v1/account/identity",
  "account index": "threshold/v1/account/index",
  "account pieces": "threshold/v1/account/pieces",
  "account versions": "threshold/v1/account/versions",
  "unlock password": "threshold/v1/unlock/password",
  "unlock recovery": "threshold/v1/unlock/recovery",
  "unlock device": "threshold/v1/unlock/device",
  "recovery proof": "threshold/v1/recovery/proof",
  "link token": "threshold/v1/link/token",
  "link pairing": "threshold/v1/link/pairing",
  "room notes": "threshold/v1/room/notes",
  "room together": "threshold/v1/room/together",
  "room slots": "threshold/v1/room/slots",
  "room values": "threshold/v1/room/values",
  "piece frames": "threshold/v1/piece/frames",
  "piece awareness": "threshold/v1/piece/awareness",
  "line salt": "threshold/v1/line/salt",
  "line wording": "threshold/v1/line/wording",
  "version content": "threshold/v1/version/content",
  "version commitment": "threshold/v1/version/commitment",
  // sealed things (additional data)
  "sealed account key": "threshold/v1/sealed/account key",
  "sealed identity": "threshold/v1/sealed/identity",
  "sealed index": "threshold/v1/sealed/index",
  "sealed piece key": "threshold/v1/sealed/piece key",
  "sealed together key": "threshold/v1/sealed/together key",
  "sealed version key": "threshold/v1/sealed/version key",
  "sealed version": "threshold/v1/sealed/version",
  "sealed frame": "threshold/v1/sealed/frame",
  "sealed awareness": "threshold/v1/sealed/awareness",
  "sealed packet": "threshold/v1/sealed/packet",
  "sealed note": "threshold/v1/sealed/note",
  "sealed wording": "threshold/v1/sealed/wording",
  // wrapped to a person (HPKE info)
  "wrapped room key": "threshold/v1/wrapped/room key",
  "wrapped version key": "threshold/v1/wrapped/version key",
  // hashes
  "hash room key": "threshold/v1/hash/room key",
  "hash line": "threshold/v1/hash/line",
  "hash six words": "threshold/v1/hash/six words",
} as const;

export type Label = keyof typeof LABELS;

/** Canonical bytes that begin with the label; what they are about is written after it. */
export function labelled(label: Label): Writer {
  return new Writer().bytes(ascii(LABELS[label]));
}
