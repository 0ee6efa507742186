import { useEffect, useRef, useState } from "react";
import { browserMirror, type Mirror } from "#client/mirror/browser.ts";
import type { Finding } from "#client/mirror/finding.ts";
import { readsAlong, setReadsAlong } from "#client/mirror/while-writing.ts";

export type Found = readonly (readonly Finding[])[];

/** Somewhere that one writes, as the mirror needs it. */
export type Written = {
  /**
   * What stands there now, in parts; whether it still does; and where what is found in it goes. `null` when
   * there is nothing to write in any more.
   */
  readonly take: () => {
    readonly texts: readonly string[];
    readonly isStill: () => boolean;
    readonly show: (found: Found) => void;
  } | null;
  /** Tells of every change, until it is ended. */
  readonly follow: (changed: () => void) => () => void;
};

/** A pause in writing that is long enough for what stands there to be looked at, in milliseconds. */
const PAUSE = 1500;

const nameOf = (name: string, words: string) => `${name} ${words}`;

/** Reads what one writes through on this device: when asked, and when one pauses if one wants that. */
export function useSecondLook(written: Written) {
  const [stage, setStage] = useState<"closed" | "reading" | "read" | "unread">("closed");
  const [along, setAlong] = useState(readsAlong);
  const mirror = useRef<Mirror | null>(null);
  /** What was put away stays away while one writes on. */
  const away = useRef(new Set<string>());
  const latest = useRef(written);
  useEffect(() => {
    latest.current = written;
  });
  useEffect(
    () => () => {
      mirror.current?.end();
      mirror.current = null;
    },
    [],
  );

  const look = useRef(async (quietly: boolean) => {
    if (!quietly) {
      away.current.clear();
      setStage("reading");
    }
    mirror.current ??= browserMirror();
    const reader = mirror.current;
    for (;;) {
      const now = latest.current.take();
      if (!now) return;
      const { texts, isStill, show } = now;
      const found = await reader.read(texts);
      if (mirror.current !== reader) return;
      if (!found) return setStage("unread");
      // Who writes on while it reads is read again: the places would be others.
      if (!isStill()) {
        if (quietly) return;
        continue;
      }
      const kept = found.map((places, i) =>
        places.filter(({ class: name, start, end }) => {
          const words = texts[i]?.slice(start, end) ?? "";
          return !away.current.has(nameOf(name, words));
        }),
      );
      show(kept);
      return setStage("read");
    }
  });

  useEffect(() => {
    if (!along) return;
    const read = () => void look.current(true);
    let pause = setTimeout(read);
    const end = latest.current.follow(() => {
      clearTimeout(pause);
      pause = setTimeout(read, PAUSE);
    });
    return () => {
      clearTimeout(pause);
      end();
    };
  }, [along]);

  return {
    stage,
    along,
    read: () => void look.current(false),
    readAlong: (on: boolean) => {
      setReadsAlong(on);
      setAlong(on);
    },
    putAway: (places: readonly { readonly class: string; readonly words: string }[]) => {
      for (const { class: name, words } of places) away.current.add(nameOf(name, words));
    },
    close: () => setStage("closed"),
  };
}
