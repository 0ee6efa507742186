/**
 * Text as it may cross from one person to the other. What cannot be seen must not be able to differ:
 * titles and agreement lines are *normalised*, so that two screens that show the same words hold the
 * same bytes.
 */

/** Zero-width spaces and the overrides of writing direction; joiners, which scripts need, stay. */
const UNSEEN = /[\u200b\u202a-\u202e\u2060\u2066-\u2069]/g;
/** White space, control characters, and lone surrogates, which UTF-8 cannot carry. */
const GAPS = /[\p{Cc}\p{Cs}\s]+/gu;

/** NFC, nothing unseen, every run of white space one space, none at the ends. */
export const normaliseWords = (text: string): string =>
  text.replace(UNSEEN, "").replace(GAPS, " ").normalize("NFC").trim();

export const isNormalised = (text: string): boolean => normaliseWords(text) === text;

/** For running text, where white space stays as it was written: each control character a space. */
export const withoutControls = (text: string): string => text.replace(/[\p{Cc}\p{Cs}]/gu, " ");

export const hasNoControls = (text: string): boolean => withoutControls(text) === text;
