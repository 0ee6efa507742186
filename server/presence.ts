import type { PageId, PersonId, PieceId } from "#domain/ids.ts";

/** One open page: one opening of a piece in one tab. Its presence ends with it. */
export type Page = {
  readonly person: PersonId;
  readonly page: PageId;
  /** Tells this page whether both are there. Called only while it has presence on. */
  readonly tell: (piece: PieceId, both: boolean) => void;
};

export type PresenceOptions = {
  /** Whether this person and the other may see each other at work in this piece. */
  readonly mayMeet: (person: PersonId, piece: PieceId) => Promise<boolean>;
  /** Called once it is on, or off, for a page. */
  readonly turned: (piece: PieceId, who: AtPage) => void;
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
  /** Whether this page shares where it is with the other, now: it is on here, and over there. */
  readonly sharesAwareness: (piece: PieceId, who: AtPage) => boolean;
};

/** Somebody on one page. */
type AtPage = { readonly person: PersonId; readonly page?: PageId | undefined };

type Sharing = {
  /** Pages that have it on. */
  readonly on: Set<Page>;
  /** Pages that wait for the gate's answer: who turns it off meanwhile is not among them any more. */
  readonly asking: Set<Page>;
  /** What the pages were told last. */
  both: boolean;
};

export function createPresence({ mayMeet, turned }: PresenceOptions): Presence {
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
      if (sharing.on.has(page)) turned(piece, page);
    }
  }

  function turnOff(page: Page, piece: PieceId): void {
    const sharing = pieces.get(piece);
    if (!sharing) return;
    sharing.asking.delete(page);
    const was = sharing.on.delete(page);
    settle(piece, sharing);
    if (was) turned(piece, page);
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
    sharesAwareness: (piece, { person, page }) => {
      const sharing = pieces.get(piece);
      if (!sharing?.both) return false;
      return [...sharing.on].some((one) => one.person === person && one.page === page);
    },
  };
}
