import { useRef, type ReactElement, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLines } from "#client/hooks/use-lines.ts";
import type { Caret } from "#client/pieces/carets.ts";
import type { Line, LineDocument, NewLine } from "#client/pieces/line-document.ts";
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
  readonly renderLine?: (line: Line, field: ReactElement, order: Order) => ReactNode;
  /** Lines of the document that stand elsewhere on the page. */
  readonly leaveOut?: (line: Line) => boolean;
  /** Whether lines can be parted by headings. */
  readonly headings?: boolean;
  /** More acts, beside "Add a line". */
  readonly actions?: ReactNode;
};

/** Where a line stands, and the way to another place; `null` where there is none. */
export type Order = { readonly up: (() => void) | null; readonly down: (() => void) | null };

const NOBODY: readonly Caret[] = [];
const nothing = () => false;
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
  leaveOut = nothing,
  headings = false,
  actions,
}: LinesEditorProps) {
  const { t } = useTranslation("editor");
  const { shown: all } = useLines(document);
  const shown = all.filter((line) => !leaveOut(line));
  const fields = useRef(new Map<LineId, HTMLTextAreaElement>());
  const wanted = useRef<LineId | null>(null);

  const focus = (id: LineId | undefined, end: "start" | "end") => {
    const field = id === undefined ? undefined : fields.current.get(id);
    if (!field) return;
    field.focus();
    const at = end === "start" ? 0 : field.value.length;
    field.setSelectionRange(at, at);
  };
  const add = (after?: LineId, as?: NewLine) => {
    undo.endStep();
    wanted.current = document.add(after, as);
    undo.endStep();
  };
  const move = (line: Line, beside: Line | undefined) => {
    if (!beside || readOnly) return null;
    return () => {
      undo.endStep();
      document.move(line.id, all.indexOf(beside));
      undo.endStep();
    };
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
                label={
                  line.heading
                    ? t("heading")
                    : t("lineLength", {
                        length: shown.slice(0, i + 1).filter(({ heading }) => !heading).length,
                      })
                }
                placeholder={line.heading ? t("aHeading") : t("writeALine")}
                readOnly={readOnly}
                carets={carets
                  .filter((caret) => caret.in === line.text)
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
              { up: move(line, shown[i - 1]), down: move(line, shown[i + 1]) },
            )}
          </li>
        ))}
      </ol>
      <div className="lines-actions">
        {!readOnly && (
          <>
            <Button disabled={all.length >= MAX_LINES} onClick={() => add()}>
              {t("addALine")}
            </Button>
            {headings && (
              <Button
                look="quiet"
                disabled={all.length >= MAX_LINES}
                onClick={() => add(undefined, { heading: true })}
              >
                {t("addAHeading")}
              </Button>
            )}
            <UndoButtons undo={undo} />
          </>
        )}
        {actions}
      </div>
    </div>
  );
}
