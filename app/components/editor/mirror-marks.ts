import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, type EditorState, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { Finding, MirrorClass } from "#client/mirror/finding.ts";

/** A place that the mirror marked, where it stands now. */
export type MirrorMark = {
  readonly number: number;
  readonly class: MirrorClass;
  readonly from: number;
  readonly to: number;
  readonly words: string;
};

type Change = { readonly show: DecorationSet } | { readonly putAway: number };
type Spec = { readonly number: number; readonly class: MirrorClass };

const key = new PluginKey<DecorationSet>("mirror");

/** Marks are drawn over the letter and are never in it: nothing of them is saved, copied or offered. */
const mirrorPlugin = () =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, shown) {
        const change = transaction.getMeta(key) as Change | undefined;
        if (change && "show" in change) return change.show;
        const moved = shown.map(transaction.mapping, transaction.doc);
        if (!change) return moved;
        return moved.remove(
          moved.find(undefined, undefined, (spec) => (spec as Spec).number === change.putAway),
        );
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });

/** One of the editor's own from its beginning: the binding to Yjs draws a letter anew whenever one comes or goes. */
export const MirrorMarks = Extension.create({
  name: "mirrorMarks",
  addProseMirrorPlugins: () => [mirrorPlugin()],
});

type Paragraph = { readonly at: number; readonly text: string };

/** What its writer says in a letter, by paragraph. What stands in a quotation is somebody else's. */
export function paragraphsOf(doc: Node): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  doc.descendants((node, at) => {
    if (node.type.name === "blockquote") return false;
    if (!node.isTextblock) return true;
    // One character for a line break, so that places in the text are places in the letter.
    paragraphs.push({
      at: at + 1,
      text: node.textBetween(0, node.content.size, undefined, "\n"),
    });
    return false;
  });
  return paragraphs;
}

/** More would be a list to be ashamed of, and work at every key press. */
export const MOST_MARKS = 40;

/** Shows what was found, the first of it, in place of what was shown before. */
export function showMarks(
  { tr, doc }: EditorState,
  paragraphs: readonly Paragraph[],
  found: readonly (readonly Finding[])[],
): Transaction {
  const decorations = paragraphs
    .flatMap(({ at }, i) =>
      (found[i] ?? []).map((finding) => ({
        ...finding,
        from: at + finding.start,
        to: at + finding.end,
      })),
    )
    .slice(0, MOST_MARKS)
    .map(({ from, to, class: name }, i) =>
      Decoration.inline(
        from,
        to,
        { class: "mirror-mark", "data-mirror": name, "data-number": String(i + 1) },
        { number: i + 1, class: name } satisfies Spec,
      ),
    );
  return tr.setMeta(key, { show: DecorationSet.create(doc, decorations) } satisfies Change);
}

export const putMarkAway = ({ tr }: EditorState, number: number): Transaction =>
  tr.setMeta(key, { putAway: number } satisfies Change);

export const marksIn = (state: EditorState): MirrorMark[] =>
  (key.getState(state)?.find() ?? [])
    .map(({ from, to, spec }) => ({
      ...(spec as Spec),
      from,
      to,
      words: state.doc.textBetween(from, to, " ", " "),
    }))
    .toSorted((a, b) => a.number - b.number);
