import { useEffect, useRef, type KeyboardEvent, type ReactNode, type Ref } from "react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import { useText } from "#client/hooks/use-text.ts";
import { bindTextarea } from "#client/pieces/bind-textarea.ts";
import type { Undo } from "#client/pieces/undo.ts";
import { MAX_LINE } from "#domain/pieces/agreement.ts";
import { classes } from "#components/classes.ts";
import { Who } from "#components/dot.tsx";
import "./editor.css";

/** Somebody else's caret in this text; the name is the one this reader gave them. */
export type OtherCaret = { readonly name: string; readonly index: number };

export type LineFieldProps = {
  readonly text: Y.Text;
  readonly undo: Undo;
  /** Says which text this is, for those who do not see where it stands. */
  readonly label: string;
  readonly placeholder?: string;
  readonly readOnly?: boolean;
  /** In UTF-16 units. */
  readonly maxLength?: number;
  readonly carets?: readonly OtherCaret[];
  readonly className?: string;
  readonly fieldRef?: Ref<HTMLTextAreaElement>;
  /** Where one's own caret is in this text; `null` once it has left. */
  readonly onCaret?: (index: number | null) => void;
  readonly onEnter?: () => void;
  /** Backspace in a text that holds nothing. */
  readonly onRemove?: () => void;
  /** An arrow key at the first or the last place of the text. */
  readonly onLeave?: (direction: "up" | "down") => void;
  /** Enter begins another line in the same text, and what describes the field has this id. */
  readonly manyLines?: boolean;
  readonly describedBy?: string;
};

const NOBODY: readonly OtherCaret[] = [];

/** One text that two people, or two devices, may write in at once. It grows with what is in it. */
export function LineField({
  text,
  undo,
  label,
  placeholder,
  readOnly = false,
  maxLength = MAX_LINE,
  carets = NOBODY,
  className,
  fieldRef,
  onCaret,
  onEnter,
  onRemove,
  onLeave,
  manyLines = false,
  describedBy,
}: LineFieldProps) {
  const { t } = useTranslation("editor");
  const own = useRef<HTMLTextAreaElement | null>(null);
  const words = useText(text);
  const latest = useRef({ undo, onCaret, onEnter, manyLines });
  useEffect(() => {
    latest.current = { undo, onCaret, onEnter, manyLines };
  });

  useEffect(() => {
    const field = own.current;
    if (!field) return;
    const onBeforeInput = (event: InputEvent) => {
      const act = actOf(event.inputType, latest.current);
      if (!act) return;
      event.preventDefault();
      act();
    };
    field.addEventListener("beforeinput", onBeforeInput);
    const unbind = bindTextarea(text, field, {
      onCaret: (index) => latest.current.onCaret?.(index),
      manyLines,
    });
    return () => {
      field.removeEventListener("beforeinput", onBeforeInput);
      unbind();
    };
  }, [text, manyLines]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || readOnly) return;
    const act = keyAct(event, { undo, onRemove, onLeave });
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div className={classes("line-field", className)}>
      <div className="line-words">
        <textarea
          ref={(element) => {
            own.current = element;
            if (typeof fieldRef === "function") fieldRef(element);
            else if (fieldRef) Object.assign(fieldRef, { current: element });
          }}
          rows={1}
          aria-label={label}
          aria-describedby={describedBy}
          placeholder={placeholder}
          readOnly={readOnly}
          maxLength={maxLength}
          autoComplete="off"
          dir="auto"
          onFocus={undo.endStep}
          onKeyDown={onKeyDown}
        />
        <div className="line-mirror" aria-hidden="true" dir="auto">
          {withCarets(words, carets)}
          {words === "" && placeholder}
        </div>
      </div>
      {carets.length > 0 && (
        <Who person="two" className="line-others">
          {[...new Set(carets.map(({ name }) => name))].join(", ")}
          <span className="sr-only"> {t("isWritingHere")}</span>
        </Who>
      )}
    </div>
  );
}

/** The mirror gives the field its height and shows where the others' carets are. */
function withCarets(words: string, carets: readonly OtherCaret[]): ReactNode[] {
  const out: ReactNode[] = [];
  let at = 0;
  for (const [i, { index }] of [...carets].sort((a, b) => a.index - b.index).entries()) {
    out.push(words.slice(at, index), <span key={i} className="line-caret" />);
    at = Math.max(at, index);
  }
  // A last line feed or nothing at all would have no height.
  return [...out, words.slice(at), "\u200b"];
}

/** What the browser, or a phone's keyboard, asks for that must not happen in the field itself. */
function actOf(
  inputType: string,
  { undo, onEnter, manyLines }: Pick<LineFieldProps, "undo" | "onEnter" | "manyLines">,
): (() => void) | null {
  switch (inputType) {
    case "insertLineBreak":
    case "insertParagraph":
      return manyLines ? null : () => onEnter?.();
    case "historyUndo":
      return undo.undo;
    case "historyRedo":
      return undo.redo;
    default:
      return null;
  }
}

function keyAct(
  event: KeyboardEvent<HTMLTextAreaElement>,
  { undo, onRemove, onLeave }: Pick<LineFieldProps, "undo" | "onRemove" | "onLeave">,
): (() => void) | null {
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  const key = event.key.toLowerCase();
  if ((event.ctrlKey || event.metaKey) && !event.altKey) {
    if (key === "z") return event.shiftKey ? undo.redo : undo.undo;
    return key === "y" ? undo.redo : null;
  }
  if (event.shiftKey || event.altKey || selectionStart !== selectionEnd) return null;
  if (key === "backspace" && value === "") return onRemove ?? null;
  if (key === "arrowup" && selectionStart === 0 && onLeave) return () => onLeave("up");
  if (key === "arrowdown" && selectionStart === value.length && onLeave) {
    return () => onLeave("down");
  }
  return null;
}
