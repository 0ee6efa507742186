import { useRef, type ReactElement, type ReactNode } from "react";
import { useLines } from "#client/hooks/use-lines.ts";
import type { Caret } from "#client/pieces/carets.ts";
import type { Line, LineDocument } from "#client/pieces/line-document.ts";
import type { Undo } from "#client/pieces/undo.ts";
import { Button } from "#components/button.tsx";
import type { LineId } from "#domain/ids.ts";
import { MAX_LINES } from "#domain/pieces/agreement.ts";
import { LineField } from "./line-field.tsx";
import { UndoButtons } from "./undo-buttons.tsx";

export type LinesEditorProps = {
  readonly document: LineDocument;
  readonly undo: Undo;
  /** What this list of lines is, for those who do not see where it stands. */
  readonly label: string;
  readonly readOnly?: boolean;
  /** The other's carets, and what this reader calls the other. */
  readonly carets?: readonly Caret[];
  readonly otherName?: string;
  readonly onCaret?: (at: { line: Line; index: number } | null) => void;
  /** What stands around a line's field: signatures, an agreed wording. The field alone by default. */
  readonly renderLine?: (line: Line, field: ReactElement) => ReactNode;
  /** More acts, beside "Add a line". */
  readonly actions?: ReactNode;
};

const NOBODY: readonly Caret[] = [];
const fieldAlone = (_line: Line, field: ReactElement) => field;

/** The lines of a piece that two people write at once, one field a line. */
export function LinesEditor({
  document,
  undo,
  label,
  readOnly = false,
  carets = NOBODY,
  otherName = "",
  onCaret,
  renderLine = fieldAlone,
  actions,
}: LinesEditorProps) {
  const { shown } = useLines(document);
  const fields = useRef(new Map<LineId, HTMLTextAreaElement>());
  const wanted = useRef<LineId | null>(null);

  const focus = (id: LineId | undefined, end: "start" | "end") => {
    const field = id === undefined ? undefined : fields.current.get(id);
    if (!field) return;
    field.focus();
    const at = end === "start" ? 0 : field.value.length;
    field.setSelectionRange(at, at);
  };
  const add = (after?: LineId) => {
    undo.endStep();
    wanted.current = document.add(after);
    undo.endStep();
  };
  const remove = (line: Line, i: number) => {
    const above = shown[i - 1];
    if (!above || readOnly) return;
    undo.endStep();
    if (document.removeEmpty(line.id)) focus(above.id, "end");
    undo.endStep();
  };

  return (
    <div className="lines-editor">
      <ol className="lines" aria-label={label}>
        {shown.map((line, i) => (
          <li key={line.id} data-line={line.id}>
            {renderLine(
              line,
              <LineField
                text={line.text}
                undo={undo}
                label={`Line ${i + 1}`}
                placeholder="Write a line"
                readOnly={readOnly}
                carets={carets
                  .filter((caret) => caret.in === line.id)
                  .map(({ index }) => ({ name: otherName, index }))}
                fieldRef={(field) => {
                  if (!field) {
                    fields.current.delete(line.id);
                    return;
                  }
                  fields.current.set(line.id, field);
                  if (wanted.current !== line.id) return;
                  wanted.current = null;
                  field.focus();
                }}
                onCaret={(index) => onCaret?.(index === null ? null : { line, index })}
                onEnter={() => add(line.id)}
                onRemove={() => remove(line, i)}
                onLeave={(direction) =>
                  direction === "up"
                    ? focus(shown[i - 1]?.id, "end")
                    : focus(shown[i + 1]?.id, "start")
                }
              />,
            )}
          </li>
        ))}
      </ol>
      <div className="lines-actions">
        {!readOnly && (
          <>
            <Button disabled={shown.length >= MAX_LINES} onClick={() => add()}>
              Add a line
            </Button>
            <UndoButtons undo={undo} />
          </>
        )}
        {actions}
      </div>
    </div>
  );
}
