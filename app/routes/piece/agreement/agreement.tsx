import { useTogetherPiece } from "#client/hooks/use-together-piece.ts";
import type { TogetherView } from "#domain/piece-view.ts";
import { NotOpenYet } from "../together/not-open-yet.tsx";
import type { WrittenState } from "../together/use-written-together.ts";
import { AgreementPage } from "./agreement-page.tsx";

/** An agreement: both write in it at once, and a line counts once both have signed its words. */
export function Agreement({ view, state }: { view: TogetherView; state: WrittenState }) {
  const opened = useTogetherPiece(view.piece, state);
  if (opened.is !== "open") return <NotOpenYet kind="agreement" is={opened.is} />;
  const { generation } = opened.snapshot;
  return <AgreementPage key={generation} view={view} state={state} opened={opened} />;
}
