/** The six ways of writing that the mirror knows, in the order in which they are told of. */
export const MIRROR_CLASSES = [
  "blame",
  "contempt",
  "absolutes",
  "conditional",
  "hidden",
  "demands",
] as const;

export type MirrorClass = (typeof MIRROR_CLASSES)[number];

/**
 * One place in a text at which the reader may want to look again. It says something of the words, never
 * of who wrote them, and there is no count or weight to add up.
 */
export type Finding = {
  readonly class: MirrorClass;
  /** Offsets into the text that was read, in UTF-16 units; `end` is not in it. */
  readonly start: number;
  readonly end: number;
};
