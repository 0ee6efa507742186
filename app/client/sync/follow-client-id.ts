import type { Awareness } from "y-protocols/awareness";

/**
 * Yjs changes a document's client id when it meets its own in somebody else's change; awareness keeps the
 * old one, and y-websocket then throws at the next connection. This moves the local state along.
 */
export function followClientId(awareness: Awareness): void {
  const { doc } = awareness;
  const move = () => {
    if (awareness.clientID === doc.clientID) return;
    const state = awareness.getLocalState();
    awareness.setLocalState(null);
    awareness.clientID = doc.clientID;
    awareness.setLocalState(state);
    // What is said first under an id counts from zero, which the protocol takes for nothing new.
    if (state) awareness.setLocalState(state);
  };
  doc.on("afterTransactionCleanup", move);
  awareness.on("destroy", () => doc.off("afterTransactionCleanup", move));
}
