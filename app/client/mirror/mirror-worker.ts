import type { ReadAnswer, ReadQuestion } from "./messages.ts";
import { readThrough } from "./read.ts";

/** A thread of its own: however long a letter is, no key press waits for it. It asks the network nothing. */
addEventListener("message", ({ data: { id, paragraphs } }: MessageEvent<ReadQuestion>) => {
  let found: ReadAnswer["found"];
  try {
    found = paragraphs.map(readThrough);
  } catch {
    found = null; // what went wrong could hold the words that were read
  }
  postMessage({ id, found } satisfies ReadAnswer);
});
