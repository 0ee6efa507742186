/**
 * What went wrong with a piece and is to be shown, not hidden. The document stays whole in each case; what
 * a fault says is that something is missing from it, or was kept out of it.
 */
export type Fault =
  /** A frame is missing from a stream: the server left it out, or lost it. */
  | { readonly kind: "gap"; readonly seq: number }
  /** A frame wrote under somebody else's name and was kept out. */
  | { readonly kind: "forged"; readonly seq: number }
  /** A frame could not be opened or understood and was kept out. */
  | { readonly kind: "unreadable"; readonly seq: number }
  /** Something in the document builds on what has not arrived. */
  | { readonly kind: "incomplete" }
  /** The server has forgotten what it once acknowledged. */
  | { readonly kind: "server-behind" }
  /** This device's storage went back in time, or was copied; see the copies kept aside. */
  | { readonly kind: "forked" }
  /** A change too large for one frame, which could not be cut: it is only in this document. */
  | { readonly kind: "too-large" }
  /** A change could not be sealed: it is only in this document. */
  | { readonly kind: "sealing" }
  /** The server said what is not part of the protocol. */
  | { readonly kind: "protocol" }
  /** The device refused to store (no space, or storage was closed under us). What is written still goes out. */
  | { readonly kind: "storage" };

/** Whether two faults are one to a reader. */
export const sameFault = (a: Fault, b: Fault): boolean =>
  a.kind === b.kind && ("seq" in a ? a.seq : 0) === ("seq" in b ? b.seq : 0);
