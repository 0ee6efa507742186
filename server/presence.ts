import type { PersonId, PieceId } from "#domain/ids.ts";

/** One open page. Its presence ends with it. */
export type Page = {
  readonly person: PersonId;
  /** Tells this page whether both are there. Called only while it has presence on. */
  readonly tell: (piece: PieceId, both: boolean) => void;
};

export type PresenceOptions = {
  /** Whether this person and the other may see each other at work in this piece. */
  readonly mayMeet: (person: PersonId, piece: PieceId) => Promise<boolean>;
};

/**
 * Who has presence on, in memory alone. It takes both: neither learns that the other has it on, or off,
 * but while their own is on; off takes effect at once.
 */
export type Presence = {
  readonly set: (page: Page, piece: PieceId, on: boolean) => Promise<void>;
  /** The page was closed. */
  readonly leave: (page: Page) => void;
  /** Asks again whether the two may meet; if they may not, presence is off for both. */
  readonly reconsider: (piece: PieceId) => Promise<void>;
  /** Whether `to` may see where `from` is in this piece, now. */
  readonly mayShareAwareness: (piece: PieceId, from: PersonId, to: PersonId) => boolean;
};

type Sharing = {
  /** Pages that have it on. */
  readonly on: Set<Page>;
  /** Pages that wait for the gate's answer: who turns it off meanwhile is not among them any more. */
  readonly asking: Set<Page>;
  /** What the pages were told last. */
  both: boolean;
};

export function createPresence({ mayMeet }: PresenceOptions): Presence {
  const pieces = new Map<PieceId, Sharing>();

  function sharingIn(piece: PieceId): Sharing {
    const sharing = pieces.get(piece) ?? { on: new Set(), asking: new Set(), both: false };
    pieces.set(piece, sharing);
    return sharing;
  }

  const people = ({ on }: Sharing) => new Set([...on].map(({ person }) => person));

  /** Tells whoever has it on, if it has changed, or if they are new. */
  function settle(piece: PieceId, sharing: Sharing, newcomer?: Page): void {
    const both = people(sharing).size > 1;
    const changed = both !== sharing.both;
    sharing.both = both;
    for (const page of sharing.on) if (changed || page === newcomer) page.tell(piece, both);
    if (sharing.on.size + sharing.asking.size === 0) pieces.delete(piece);
  }

  async function turnOn(page: Page, piece: PieceId): Promise<void> {
    const sharing = sharingIn(piece);
    if (sharing.on.has(page)) return page.tell(piece, sharing.both);
    sharing.asking.add(page);
    let may = false;
    try {
      may = await mayMeet(page.person, piece);
    } finally {
      const stillAsking = sharing.asking.delete(page);
      if (may && stillAsking) sharing.on.add(page);
      settle(piece, sharing, page);
    }
  }

  function turnOff(page: Page, piece: PieceId): void {
    const sharing = pieces.get(piece);
    if (!sharing) return;
    sharing.asking.delete(page);
    sharing.on.delete(page);
    settle(piece, sharing);
  }

  return {
    set: async (page, piece, on) => (on ? turnOn(page, piece) : turnOff(page, piece)),
    leave: (page) => {
      for (const piece of [...pieces.keys()]) turnOff(page, piece);
    },
    reconsider: async (piece) => {
      const sharing = pieces.get(piece);
      if (!sharing) return;
      sharing.asking.clear();
      for (const person of people(sharing)) {
        if (await mayMeet(person, piece)) continue;
        const pages = [...sharing.on];
        sharing.on.clear();
        if (sharing.both) for (const page of pages) page.tell(piece, false);
        sharing.both = false;
        return settle(piece, sharing);
      }
    },
    mayShareAwareness: (piece, from, to) => {
      const sharing = pieces.get(piece);
      if (!sharing || from === to) return false;
      const here = people(sharing);
      return here.has(from) && here.has(to);
    },
  };
}
