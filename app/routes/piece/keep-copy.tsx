import { bodyText, type RunningText } from "#domain/pieces/letter.ts";
import { KeepWords } from "./keep-words.tsx";

/** A reader may keep a letter that they opened. */
export function KeepCopy({ content }: { content: RunningText }) {
  return <KeepWords name="letter" words={`${content.title}\n\n${bodyText(content.body)}`} />;
}
