import { useTogetherPiece } from "#client/hooks/use-together-piece.ts";
import type { TogetherView } from "#domain/piece-view.ts";
import { NotOpenYet } from "../together/not-open-yet.tsx";
import type { WrittenState } from "../together/use-written-together.ts";
import { MyMarks } from "./my-marks.tsx";
import { PlanPage } from "./plan-page.tsx";

/** A commitment plan: what each of two people says that they will do, and what came of it. */
export function Plan({ view, state }: { view: TogetherView; state: WrittenState }) {
  const opened = useTogetherPiece(view.piece, state);
  if (opened.is !== "open") return <NotOpenYet kind="plan" is={opened.is} />;
  return (
    <MyMarks plan={view.piece}>
      <PlanPage key={opened.snapshot.generation} view={view} state={state} opened={opened} />
    </MyMarks>
  );
}
