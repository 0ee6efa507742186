import { useEditorState, type Editor } from "@tiptap/react";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { interfaceWords } from "#app/language/languages.ts";
import { browserMirror, type Mirror } from "#client/mirror/browser.ts";
import { MIRROR_WORDS } from "#client/mirror/words.ts";
import { Button } from "#components/button.tsx";
import {
  MOST_MARKS,
  marksIn,
  paragraphsOf,
  putMarkAway,
  showMarks,
  type MirrorMark,
} from "./mirror-marks.ts";

type Stage = "closed" | "reading" | "read" | "unread";

/** Reads a draft through when its writer asks for it, on the device; what it finds stands beneath. */
export function LetterMirror({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation("editor");
  const [stage, setStage] = useState<Stage>("closed");
  const mirror = useRef<Mirror | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titled = useId();
  const marks = useEditorState({ editor, selector: ({ editor: now }) => marksIn(now.state) });

  useEffect(
    () => () => {
      mirror.current?.end();
      mirror.current = null;
      if (editor.isDestroyed || marksIn(editor.state).length === 0) return;
      editor.view.dispatch(showMarks(editor.state, [], []));
    },
    [editor],
  );

  const read = async () => {
    setStage("reading");
    mirror.current ??= browserMirror();
    const reader = mirror.current;
    for (;;) {
      const { doc } = editor.state;
      const paragraphs = paragraphsOf(doc);
      const found = await reader.read(paragraphs.map(({ text }) => text));
      if (mirror.current !== reader || editor.isDestroyed) return;
      if (!found) return setStage("unread");
      // Who writes on while it reads is read again: the places would be others.
      if (!editor.state.doc.eq(doc)) continue;
      editor.view.dispatch(showMarks(editor.state, paragraphs, found));
      return setStage("read");
    }
  };
  const close = () => {
    editor.view.dispatch(showMarks(editor.state, [], []));
    setStage("closed");
    editor.commands.focus();
  };
  const putAway = (number: number) => {
    editor.view.dispatch(putMarkAway(editor.state, number));
    heading.current?.focus();
  };
  const look = ({ from, to }: MirrorMark) =>
    editor.chain().setTextSelection({ from, to }).focus().scrollIntoView().run();

  const reading = stage === "reading";
  return (
    <section className="letter-mirror" aria-labelledby={titled}>
      <h2 id={titled} ref={heading} tabIndex={-1} className="mirror-title">
        {t("aSecondLook")}
      </h2>
      <p className="mirror-note">{t("ifYouLikeThisDeviceLooks")}</p>
      <div className="mirror-acts">
        <Button pending={reading} onClick={() => void read()}>
          {reading ? t("reading") : stage === "read" ? t("readItAgain") : t("readItThroughWithMe")}
        </Button>
        {stage === "read" && (
          <Button look="quiet" onClick={close}>
            {t("putAllAway")}
          </Button>
        )}
      </div>
      <p role="status" className="mirror-note">
        {stage === "read" && told(marks.length)}
        {stage === "unread" && t("itCouldNotBeReadJust")}
      </p>
      {stage === "read" && marks.length > 0 && (
        <ol className="mirror-list">
          {marks.map((mark) => {
            const said = MIRROR_WORDS[mark.class];
            return (
              <li key={mark.number} value={mark.number}>
                <h3>
                  <span data-mirror={mark.class} className="mirror-name">
                    {said.name}
                  </span>
                  : “{mark.words}”
                </h3>
                <p>{said.why}</p>
                <p>{t("anotherWayToBeginBegin", { begin: said.begin })}</p>
                <div className="mirror-acts">
                  <Button
                    look="quiet"
                    aria-label={t("goToPlaceNumberWords", {
                      number: mark.number,
                      words: mark.words,
                    })}
                    onClick={() => look(mark)}
                  >
                    {t("goToIt")}
                  </Button>
                  <Button
                    look="quiet"
                    aria-label={t("putItAwayPlaceNumberWords", {
                      number: mark.number,
                      words: mark.words,
                    })}
                    onClick={() => putAway(mark.number)}
                  >
                    {t("putItAway")}
                  </Button>
                </div>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

function told(count: number): string {
  const t = interfaceWords("editor");
  if (count === 0) return t("thereIsNoPlaceToShow");
  if (count === MOST_MARKS) return t("theseAreTheFirstCountPlaces", { count });
  return count === 1 ? t("thereIsOnePlaceYouMay") : t("thereAreCountPlacesYouMay", { count });
}
