import { useTranslation } from "react-i18next";
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import { useOwnPiece } from "#client/hooks/use-own-piece.ts";
import { useMarks } from "#client/hooks/use-plan.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { marksDocument, type MarksDocument } from "#client/pieces/marks-document.ts";
import { unplacedMarks } from "#client/pieces/unplaced-marks.ts";
import { beginMarks } from "#client/rooms/check-ins.ts";
import type { OpenPiece, PieceSnapshot } from "#client/sync/open-piece.ts";
import type { PieceId } from "#domain/ids.ts";
import { after, NO_MARKS, type Making, type Marks } from "#domain/pieces/marks.ts";
import type { WrittenView } from "#domain/piece-view.ts";
import { sorry } from "../../room/words.ts";
import { known } from "#domain/newer.ts";

type Mine = {
  readonly marks: Marks;
  /** `null` where nothing can be marked. */
  readonly make: ((making: Making) => void) | null;
  readonly opened: { readonly piece: OpenPiece; readonly snapshot: PieceSnapshot } | null;
  /** Something is marked that is not in the piece yet. */
  readonly waits: boolean;
  readonly trouble: string | null;
};

const MarksContext = createContext<Mine | null>(null);

/** What I have marked in the plan of this page. Throws outside of {@link MyMarks}. */
export function useMyMarks(): Mine {
  const mine = useContext(MarksContext);
  if (!mine) throw new Error("not in a plan");
  return mine;
}

/**
 * My marks in a plan are a piece of my own, which begins with the first of them. Until it is there and
 * open they wait, kept on this device so that they outlive the page.
 */
export function MyMarks({ plan, children }: { plan: PieceId; children: ReactNode }) {
  const { hand, scene, paired, refresh } = useInRoom();
  const { device } = useTab();
  const { keyring } = hand;
  const unplaced = useMemo(() => unplacedMarks({ device, keyring, plan }), [device, keyring, plan]);
  const [waiting, setWaiting] = useState(NOTHING);
  const beginning = useRef(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const named = known(hand.keyring.index.current().pieces[plan])?.marks;
  const view = scene.view.pieces.find(
    (one): one is WrittenView => one.mode === "own" && one.role === "author" && one.piece === named,
  );
  useEffect(() => {
    let left = false;
    void unplaced.list().then((made) => {
      if (!left && made.length > 0) setWaiting((since) => [...made, ...since]);
    });
    return () => {
      left = true;
    };
  }, [unplaced]);
  const isMissing = view === undefined && waiting.length > 0;
  useEffect(() => {
    if (!isMissing || !paired || beginning.current) return;
    beginning.current = true;
    void beginMarks(hand, paired, plan, named).then(async (begun) => {
      if (begun.ok) {
        setTrouble(null);
        // Until the room shows it nothing is missing.
        await refresh();
      }
      beginning.current = false;
      if (begun.ok) return;
      setTrouble(sorry(begun.refusal.code));
      // Without a network they wait: the room is read anew when it is there again.
      if (begun.refusal.code === "offline") return;
      setWaiting(NOTHING);
      await unplaced.drop();
    });
  }, [isMissing, hand, paired, plan, named, refresh, unplaced, scene.view]);
  const make = useCallback(
    (making: Making) => {
      if (open?.document) {
        makeIn(open.document, making);
        // At once: a choice that jumps back for a moment would look as if it had not been taken.
        return setOpen(read);
      }
      setWaiting((before) => [...before, making]);
      void unplaced.keep(making);
    },
    [open, unplaced],
  );
  useEffect(() => {
    if (!open?.document || waiting.length === 0) return;
    for (const making of waiting) makeIn(open.document, making);
    setOpen(read);
    setWaiting(NOTHING);
    // In the piece's own outbox, on this device, they are as safe as they were.
    void open.opened?.piece.flush().then(() => unplaced.drop());
  }, [open, waiting, unplaced]);
  const mayMark = paired !== null && !open?.trouble;
  const mine = useMemo(
    (): Mine => ({
      marks: waiting.reduce(after, open?.marks ?? NO_MARKS),
      make: mayMark ? make : null,
      opened: open?.opened ?? null,
      waits: waiting.length > 0,
      trouble: open?.trouble ?? trouble,
    }),
    [open, waiting, mayMark, make, trouble],
  );
  return (
    <MarksContext.Provider value={mine}>
      {view && <OpenMarks key={view.piece} view={view} onChange={setOpen} />}
      {children}
    </MarksContext.Provider>
  );
}

const NOTHING: readonly Making[] = [];

function makeIn(document: MarksDocument, making: Making): void {
  if (making.of === "own") document.mark(making.line, making.first, making.mark);
  else document.notice(making.line, making.first, making.mark);
}

type Open = Pick<Mine, "marks" | "opened" | "trouble"> & {
  /** To mark in; `null` before it is open, and while it must not be written in. */
  readonly document: MarksDocument | null;
};

const read = (open: Open | null): Open | null =>
  open?.document ? { ...open, marks: open.document.marks() } : open;

/** Opens the piece of mine and tells what is in it; shows nothing itself. */
function OpenMarks({
  view,
  onChange,
}: {
  view: WrittenView;
  onChange: (open: Open | null) => void;
}) {
  const { t } = useTranslation("piece-plan");
  const { refused, opened } = useOwnPiece(view);
  // The object around the two is made anew with every rendering.
  const piece = opened?.piece ?? null;
  const snapshot = opened?.snapshot ?? null;
  const doc = snapshot?.ready ? snapshot.doc : null;
  const document = useMemo(() => (doc ? marksDocument(doc) : null), [doc]);
  const marks = useMarks(document);
  useEffect(() => {
    const newer = document?.isNewer() ?? false;
    const trouble = refused ? t("marksDoNotOpen") : newer ? t("marksAreNewer") : null;
    onChange({
      marks,
      opened: piece && snapshot && { piece, snapshot },
      trouble,
      document: newer ? null : document,
    });
  }, [document, marks, piece, snapshot, refused, onChange, t]);
  useEffect(() => () => onChange(null), [onChange]);
  return null;
}
