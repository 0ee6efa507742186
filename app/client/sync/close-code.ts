import { CLOSE } from "#domain/sync/frame.ts";

/** Why the server, or this device, will not go on with a piece. Nothing tries again by itself. */
export type RefusedCode =
  | "not-signed-in"
  | "not-here"
  | "closed"
  | "paused"
  | "bad-frame"
  | "too-large"
  /** The server knows less than this device was once told is safe: it was restored from a backup. */
  | "server-behind";

/** What a socket's closing code says for good; `null` for those after which one comes back. */
export function refusedCodeOf(code: number): RefusedCode | null {
  switch (code) {
    case CLOSE.notSignedIn:
      return "not-signed-in";
    case CLOSE.notHere:
      return "not-here";
    case CLOSE.closed:
      return "closed";
    case CLOSE.paused:
      return "paused";
    case CLOSE.badFrame:
      return "bad-frame";
    case CLOSE.tooLarge:
      return "too-large";
    default:
      return null;
  }
}
