import type { Ref } from "react";
import type * as Y from "yjs";
import type { Undo } from "#client/pieces/undo.ts";
import { MAX_TITLE } from "#domain/pieces/letter.ts";
import { LineField, type OtherCaret } from "./line-field.tsx";

export type TitleFieldProps = {
  readonly text: Y.Text;
  readonly undo: Undo;
  readonly label: string;
  readonly placeholder?: string;
  readonly readOnly?: boolean;
  readonly carets?: readonly OtherCaret[];
  readonly fieldRef?: Ref<HTMLTextAreaElement>;
  readonly onCaret?: (index: number | null) => void;
  /** Enter, or an arrow down at the end: on to what stands beneath. */
  readonly onNext?: () => void;
};

/** The title of a piece: one line in large letters, which may wrap. */
export function TitleField({ onNext, ...field }: TitleFieldProps) {
  return (
    <LineField
      {...field}
      className="title-field"
      maxLength={MAX_TITLE}
      onEnter={onNext}
      onLeave={(direction) => direction === "down" && onNext?.()}
    />
  );
}
