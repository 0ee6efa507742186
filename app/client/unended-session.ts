import type { Api } from "./api.ts";

/**
 * Whether somebody signed out here while the server was out of reach: their session lives on there until it
 * has been told. Outlives the page, and says nothing of whom.
 */
export type SessionMark = {
  readonly is: () => boolean;
  readonly set: (left: boolean) => void;
};

/** Signing out, and what is left of it without a network. */
export type UnendedSession = {
  /** Asks the server to end the session; what cannot be asked now is asked by {@link endIt}. */
  readonly signOut: () => Promise<void>;
  /** Ends the session that was left, if there is one; one request at a time. */
  readonly endIt: () => Promise<void>;
  /** Somebody has signed in: their session has taken its place, and is not to be ended. */
  readonly replaced: () => void;
};

export function unendedSession(api: Api, mark: SessionMark): UnendedSession {
  let asking: Promise<void> | null = null;
  const ask = async () => {
    const ended = await api.post("/api/account/logout", {});
    if (ended.ok) mark.set(false);
  };
  const endIt = () => {
    if (!mark.is()) return Promise.resolve();
    asking ??= ask().finally(() => (asking = null));
    return asking;
  };
  return {
    // Marked first: whoever signs out may close the page at once.
    signOut: () => {
      mark.set(true);
      return endIt();
    },
    endIt,
    replaced: () => mark.set(false),
  };
}

/** For one page only: Node, and browsers that refuse storage. */
export function memoryMark(): SessionMark {
  let left = false;
  return { is: () => left, set: (now) => (left = now) };
}

const LEFT = "signed-out";

/** In what all tabs of this browser share. */
export function browserMark(): SessionMark {
  const own = memoryMark();
  return {
    is: () => {
      try {
        return localStorage.getItem(LEFT) !== null;
      } catch {
        return own.is();
      }
    },
    set: (left) => {
      own.set(left);
      try {
        if (left) localStorage.setItem(LEFT, "1");
        else localStorage.removeItem(LEFT);
      } catch {
        // Then this tab alone knows.
      }
    },
  };
}
