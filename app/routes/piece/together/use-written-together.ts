import { useMemo } from "react";
import type * as Y from "yjs";
import { useCarets } from "#client/hooks/use-carets.ts";
import { usePresence } from "#client/hooks/use-presence.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { TogetherOpened } from "#client/hooks/use-together-piece.ts";
import { useText } from "#client/hooks/use-text.ts";
import { useTitleNote } from "#client/hooks/use-title-note.ts";
import { tellCaret, type Texts } from "#client/pieces/carets.ts";
import type { OtherCaret } from "#components/editor/line-field.tsx";
import type { TogetherState, TogetherView } from "#domain/piece-view.ts";
import { otherName } from "../../room/words.ts";

/** A piece that both have said yes to. */
export type WrittenState = Extract<TogetherState, { is: "open" | "closed" }>;
export type TogetherKind = "agreement" | "plan";

/** What the page of such a piece is given, once it has opened. */
export type OpenTogetherProps = {
  readonly view: TogetherView;
  readonly state: WrittenState;
  readonly opened: Extract<TogetherOpened, { is: "open" }>;
};

type Written = OpenTogetherProps & {
  readonly kind: TogetherKind;
  readonly document: Texts & { readonly title: Y.Text };
  /** A newer version of this page has written in it. */
  readonly newer: boolean;
};

const anybody = () => true;

/** Whether it can be written in now, where the other is in it, and what it is called. */
export function useWrittenTogether({ view, state, kind, opened, document, newer }: Written) {
  const { hand, room, scene, doubts } = useInRoom();
  const { awareness } = opened.snapshot;
  const presence = usePresence(view.piece, opened.piece);
  const carets = useCarets(presence.both ? awareness : null, document, anybody);
  const title = useText(document.title);
  const other = otherName(scene.petname);
  useTitleNote(hand.keyring, room, view.piece, kind, title);
  // Of a piece in doubt only what was signed is shown: it may be closed, or not opened by both.
  const inDoubt = doubts.pieces.has(view.piece);
  const caretsIn = useMemo(
    () => (text: Y.Text) => ({
      carets: carets
        .filter((caret) => caret.in === text)
        .map(({ index }): OtherCaret => ({ name: other, index })),
      onCaret: (index: number | null) =>
        tellCaret(awareness, index === null ? null : { text, index }),
    }),
    [carets, other, awareness],
  );
  return {
    readOnly: state.is === "closed" || scene.view.pause.paused || newer || inDoubt,
    newer,
    presence,
    carets,
    caretsIn,
    title,
  };
}

export type WrittenTogether = ReturnType<typeof useWrittenTogether>;
