import { eventful, type Message } from "./traffic.ts";

/**
 * What one browser said and heard, so that it can be compared with that of another run: everything to
 * the byte, but for ids, ciphertext and what is drawn by lot, of which only the length is left.
 */
export type Transcript = {
  /** Each request, in order, with its answer. */
  readonly asked: readonly string[];
  /** What went over socket.io, both ways, in order. */
  readonly live: readonly string[];
  /** Frames of the relay, sorted: an answer may overtake another. */
  readonly frames: readonly string[];
};

export function transcriptOf(messages: readonly Message[]): Transcript {
  const said = eventful(messages);
  return {
    asked: said
      .filter(({ how }) => how === "request")
      .map((request) => {
        const answer = said.find(({ to }) => to === request);
        const { where, bytes } = request;
        return [
          `${withoutIds(where)} ${withoutIds(bytes.toString("utf8"))}`,
          answer ? withoutLot(answer.head) : "no answer",
          answer ? withoutIds(answer.bytes.toString("utf8")) : "",
        ].join("\n");
      }),
    live: said
      .filter(({ how, where }) => how.startsWith("socket") && !isFrame(where))
      .map(({ how, bytes }) => `${how} ${withoutIds(bytes.toString("utf8"))}`),
    frames: said
      .filter(({ where }) => isFrame(where))
      .map(({ how, bytes }) => `${how} version ${bytes[0]} type ${bytes[1]}, ${bytes.length} bytes`)
      .sort(),
  };
}

const isFrame = (where: string) => where.startsWith("/sync/");

/** A long word of base64url: an id, a key, a hash, ciphertext. Our own long words have no capitals. */
const DRAWN = /[A-Za-z0-9_-]{20,}/g;

const withoutIds = (text: string) =>
  text
    .replace(/https?:\/\/localhost:\d+/g, "")
    .replace(/nonce="[^"]*"/g, "nonce")
    .replace(DRAWN, (word) => (/[A-Z]/.test(word) ? `<${word.length}>` : word));

/** Headers without what depends on the second, the nonce, or how well random bytes compress. */
function withoutLot(head: string): string {
  const compressed = /^content-encoding:/m.test(head);
  return head
    .split("\n")
    .filter((line) => !line.startsWith("date:") && !line.startsWith("etag:"))
    .filter((line) => !(compressed && line.startsWith("content-length:")))
    .map((line) => withoutIds(line.replace(/'nonce-[^']*'/g, "nonce")))
    .sort()
    .join("\n");
}
