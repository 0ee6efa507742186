import * as Y from "yjs";
import type { Chance } from "./random.ts";

/** What people write in a simulated piece: formatted text, a list of things with names, rich text. */
export type Pen = {
  /** Words that neither anybody else nor chance writes. They begin with one of {@link MARKS}. */
  readonly fresh: (mark: Mark) => string;
  readonly chance: Chance;
  /** A thing was added to the list; each of them must be there once, until somebody removes it. */
  readonly added: (thing: string) => void;
  readonly removed: (thing: string) => void;
};

/** No one of these may ever be readable on a server or a device. */
export const MARKS = ["secret", "thing", "value", "child", "written", "FORGED"] as const;
export type Mark = (typeof MARKS)[number];

export const textOf = (doc: Y.Doc) => doc.getText("t");
export const listOf = (doc: Y.Doc) => doc.getArray<Y.Map<unknown>>("a");
export const richOf = (doc: Y.Doc) => doc.getXmlFragment("x");

/** Everything that a reader of the document sees. */
export function contentOf(doc: Y.Doc): string {
  const list = listOf(doc)
    .toJSON()
    .map((thing: object) => Object.fromEntries(Object.entries(thing).sort()));
  return JSON.stringify([textOf(doc).toDelta(), list, richOf(doc).toString()]);
}

export const thingsIn = (doc: Y.Doc): string[] =>
  listOf(doc)
    .toArray()
    .map((thing) => String(thing.get("name")));

export const undoOf = (doc: Y.Doc) =>
  new Y.UndoManager([textOf(doc), richOf(doc)], { captureTimeout: 0 });

export function edit(doc: Y.Doc, undo: Y.UndoManager, pen: Pen): void {
  const { chance } = pen;
  const dice = chance.next();
  if (dice < 0.4) editText(textOf(doc), pen);
  else if (dice < 0.65) editList(listOf(doc), pen);
  else if (dice < 0.9) editRich(richOf(doc), pen);
  else if (chance.happens(0.7)) undo.undo();
  else undo.redo();
}

function editText(text: Y.Text, { chance, fresh }: Pen): void {
  const { length } = text;
  if (length === 0 || chance.happens(0.65)) {
    const bold = chance.happens(0.2) ? { bold: chance.happens(0.5) || null } : undefined;
    text.insert(chance.below(length + 1), `${fresh("secret")} `, bold);
  } else if (chance.happens(0.8)) {
    const at = chance.below(length);
    text.delete(at, 1 + chance.below(Math.min(12, length - at)));
  } else {
    text.format(chance.below(length), 1, { bold: true });
  }
}

export function editList(list: Y.Array<Y.Map<unknown>>, pen: Pen): void {
  const { chance, fresh } = pen;
  const { length } = list;
  if (length === 0 || chance.happens(0.7)) {
    const name = fresh("thing");
    const thing = new Y.Map<unknown>([["name", name]]);
    thing.set("children", Y.Array.from([fresh("child")]));
    list.insert(chance.below(length + 1), [thing]);
    pen.added(name);
    return;
  }
  const at = chance.below(length);
  const thing = list.get(at);
  if (chance.happens(0.4)) {
    pen.removed(String(thing.get("name")));
    list.delete(at, 1);
  } else if (chance.happens(0.5)) {
    thing.set("value", fresh("value"));
  } else {
    const children = thing.get("children");
    if (children instanceof Y.Array) children.push([fresh("child")]);
  }
}

function editRich(rich: Y.XmlFragment, { chance, fresh }: Pen): void {
  const { length } = rich;
  if (length === 0 || chance.happens(0.5)) {
    const paragraph = new Y.XmlElement("p");
    paragraph.insert(0, [new Y.XmlText(fresh("written"))]);
    rich.insert(chance.below(length + 1), [paragraph]);
    return;
  }
  const at = chance.below(length);
  const paragraph = rich.get(at);
  if (chance.happens(0.3)) rich.delete(at, 1);
  else if (paragraph instanceof Y.XmlElement) {
    const words = paragraph.length > 0 ? paragraph.get(0) : null;
    if (words instanceof Y.XmlText && chance.happens(0.7)) {
      words.insert(chance.below(words.length + 1), fresh("written"));
    } else paragraph.setAttribute("mark", fresh("value"));
  }
}
