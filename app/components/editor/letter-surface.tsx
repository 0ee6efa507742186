import type { LetterEditorProps } from "./letter-editor.tsx";

export default function LetterSurface(_props: LetterEditorProps) {
  return null;
}
