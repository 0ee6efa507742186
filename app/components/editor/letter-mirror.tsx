import { useEditorState, type Editor } from "@tiptap/react";
import { useEffect } from "react";
import { marksIn, paragraphsOf, putMarkAway, showMarks } from "./mirror-marks.ts";
import { SecondLook } from "./second-look.tsx";
import { useSecondLook } from "./use-second-look.ts";

/** A second look at a letter: what is found is drawn over it and stands beneath. */
export function LetterMirror({ editor }: { readonly editor: Editor }) {
  const marks = useEditorState({ editor, selector: ({ editor: now }) => marksIn(now.state) });
  const look = useSecondLook({
    take: () => {
      if (editor.isDestroyed) return null;
      const { doc } = editor.state;
      const paragraphs = paragraphsOf(doc);
      return {
        texts: paragraphs.map(({ text }) => text),
        isStill: () => !editor.isDestroyed && editor.state.doc.eq(doc),
        show: (found) => editor.view.dispatch(showMarks(editor.state, paragraphs, found)),
      };
    },
    follow: (changed) => {
      editor.on("update", changed);
      return () => editor.off("update", changed);
    },
  });

  useEffect(
    () => () => {
      if (editor.isDestroyed || marksIn(editor.state).length === 0) return;
      editor.view.dispatch(showMarks(editor.state, [], []));
    },
    [editor],
  );

  return (
    <SecondLook
      look={look}
      places={marks}
      onGo={({ from, to }) =>
        editor.chain().setTextSelection({ from, to }).focus().scrollIntoView().run()
      }
      onPutAway={({ number }) => editor.view.dispatch(putMarkAway(editor.state, number))}
      onClose={() => {
        editor.view.dispatch(showMarks(editor.state, [], []));
        editor.commands.focus();
      }}
    />
  );
}
