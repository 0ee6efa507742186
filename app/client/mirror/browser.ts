import { scriptAddress } from "../trusted-types.ts";
import type { Finding } from "./finding.ts";
import type { ReadAnswer, ReadQuestion } from "./messages.ts";
import workerAddress from "./mirror-worker.ts?worker&url";

/** Reads on this device and nowhere else, in a thread that is started at the first reading. */
export type Mirror = {
  /** What it finds, paragraph by paragraph; `null` when it cannot read, or was ended. */
  readonly read: (paragraphs: readonly string[]) => Promise<ReadAnswer["found"]>;
  readonly end: () => void;
};

export function browserMirror(): Mirror {
  let worker: Worker | null = null;
  let last = 0;
  /** What was read last: a paragraph that stands as it stood is not read again. */
  let known = new Map<string, readonly Finding[]>();
  const waiting = new Map<number, (found: ReadAnswer["found"]) => void>();

  function end(): void {
    worker?.terminate();
    worker = null;
    for (const answer of waiting.values()) answer(null);
    waiting.clear();
    known = new Map();
  }

  function start(): Worker {
    const started = new Worker(scriptAddress(workerAddress), { type: "module", name: "mirror" });
    started.addEventListener("message", ({ data }: MessageEvent<ReadAnswer>) => {
      waiting.get(data.id)?.(data.found);
      waiting.delete(data.id);
    });
    started.addEventListener("error", end);
    return started;
  }

  const ask = (paragraphs: readonly string[]) =>
    new Promise<ReadAnswer["found"]>((resolve) => {
      worker ??= start();
      last += 1;
      waiting.set(last, resolve);
      worker.postMessage({ id: last, paragraphs } satisfies ReadQuestion);
    });

  return {
    read: async (paragraphs) => {
      const before = known;
      const unread = [...new Set(paragraphs)].filter((text) => !before.has(text));
      const found = unread.length > 0 ? await ask(unread) : [];
      if (!found) return null;
      const fresh = new Map(unread.map((text, i) => [text, found[i] ?? []]));
      known = new Map(paragraphs.map((text) => [text, fresh.get(text) ?? before.get(text) ?? []]));
      return paragraphs.map((text) => known.get(text) ?? []);
    },
    end,
  };
}
