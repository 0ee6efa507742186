import type { en } from "#app/language/en.ts";
import { useEditorState, type Editor } from "@tiptap/react";
import { useRef, type KeyboardEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useUndo } from "#client/hooks/use-undo.ts";
import type { Undo } from "#client/pieces/undo.ts";

type Tool = {
  readonly name: keyof (typeof en)["editor"];
  readonly sign: ReactNode;
  readonly shortcut?: string;
  readonly isOn: (editor: Editor) => boolean;
  readonly can: (editor: Editor) => boolean;
  readonly run: (editor: Editor) => void;
};

const HEADINGS = [
  { level: 2, name: "toolHeading", sign: <span className="tool-large">H</span> },
  { level: 3, name: "toolSmallerHeading", sign: <span className="tool-small">H</span> },
] as const;

const TOOLS: readonly Tool[] = [
  {
    name: "toolBold",
    sign: <strong>B</strong>,
    shortcut: "Control+B Meta+B",
    isOn: (editor) => editor.isActive("bold"),
    can: (editor) => editor.can().toggleBold(),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: "toolItalic",
    sign: <em>I</em>,
    shortcut: "Control+I Meta+I",
    isOn: (editor) => editor.isActive("italic"),
    can: (editor) => editor.can().toggleItalic(),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  ...HEADINGS.map(({ level, name, sign }) => ({
    name,
    sign,
    isOn: (editor: Editor) => editor.isActive("heading", { level }),
    can: (editor: Editor) => editor.can().toggleHeading({ level }),
    run: (editor: Editor) => editor.chain().focus().toggleHeading({ level }).run(),
  })),
  {
    name: "toolBulletedList",
    sign: <Drawn path="M8 5h9M8 10h9M8 15h9" dots="M3.5 5h.01M3.5 10h.01M3.5 15h.01" />,
    isOn: (editor) => editor.isActive("bulletList"),
    can: (editor) => editor.can().toggleBulletList(),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: "toolNumberedList",
    sign: <Drawn path="M8 5h9M8 10h9M8 15h9M2.6 3.6 4 3v4.5M2.5 12.6h2.3l-2.3 3.6h2.4" />,
    isOn: (editor) => editor.isActive("orderedList"),
    can: (editor) => editor.can().toggleOrderedList(),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: "toolQuote",
    sign: <Drawn path="M4 4v12M8 6h9M8 10h9M8 14h6" />,
    isOn: (editor) => editor.isActive("blockquote"),
    can: (editor) => editor.can().toggleBlockquote(),
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
];

const UNDO = <Drawn path="M7 4 3.5 7.5 7 11M3.5 7.5H12a4.25 4.25 0 0 1 0 8.5H8" />;
const REDO = <Drawn path="m13 4 3.5 3.5L13 11m3.5-3.5H8a4.25 4.25 0 0 0 0 8.5h4" />;

/** How a letter can be shaped. One stop for the Tab key; the arrow keys lead along it. */
export function LetterToolbar({
  editor,
  undo,
  controls,
}: {
  readonly editor: Editor;
  readonly undo: Undo;
  /** The id of the field that these act on. */
  readonly controls: string;
}) {
  const { t } = useTranslation("editor");
  const bar = useRef<HTMLDivElement>(null);
  const { canUndo, canRedo } = useUndo(undo);
  const states = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      TOOLS.map((tool) => ({ on: tool.isOn(now), can: tool.can(now) })),
  });
  return (
    <div
      ref={bar}
      role="toolbar"
      tabIndex={-1}
      aria-label={t("formOfTheText")}
      aria-controls={controls}
      className="letter-toolbar"
      onKeyDown={(event) => moveAlong(event, bar.current)}
      // The letter keeps its selection, and a phone its keyboard.
      onMouseDown={(event) => event.preventDefault()}
    >
      <button
        type="button"
        tabIndex={0}
        aria-label={t("undo")}
        title={t("undo")}
        aria-keyshortcuts={t("controlZMetaZ")}
        aria-disabled={!canUndo}
        onClick={undo.undo}
      >
        {UNDO}
      </button>
      <button
        type="button"
        tabIndex={-1}
        aria-label={t("redo")}
        title={t("redo")}
        aria-keyshortcuts={t("controlYMetaShiftZ")}
        aria-disabled={!canRedo}
        onClick={undo.redo}
      >
        {REDO}
      </button>
      <span className="tool-gap" />
      {TOOLS.map((tool, i) => (
        <button
          key={tool.name}
          type="button"
          tabIndex={-1}
          aria-label={t(tool.name)}
          title={t(tool.name)}
          aria-keyshortcuts={tool.shortcut}
          aria-pressed={states[i]?.on ?? false}
          aria-disabled={!states[i]?.can}
          onClick={() => states[i]?.can && tool.run(editor)}
        >
          {tool.sign}
        </button>
      ))}
    </div>
  );
}

function moveAlong(event: KeyboardEvent, bar: HTMLElement | null): void {
  const buttons = [...(bar?.querySelectorAll("button") ?? [])];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const last = buttons.length - 1;
  const to = {
    ArrowRight: at === last ? 0 : at + 1,
    ArrowLeft: at <= 0 ? last : at - 1,
    Home: 0,
    End: last,
  }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  buttons.forEach((button, i) => (button.tabIndex = i === to ? 0 : -1));
  buttons[to]?.focus();
}

function Drawn({ path, dots }: { readonly path: string; readonly dots?: string }) {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" className="tool-drawn">
      <path d={path} />
      {dots && <path d={dots} className="tool-dots" />}
    </svg>
  );
}
