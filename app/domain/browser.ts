/**
 * What a browser calls itself, as roughly as a person would say it, so that they can tell whether it was
 * theirs. No version, no device: nothing by which one browser could be told from others of its kind.
 */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  // In this order: most call themselves Safari too, and many Chrome.
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\bOPR\/|\bOpera\b/, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|CriOS|HeadlessChrome|Chromium)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, "Android"],
  [/\b(?:iPhone|iPad|iPod)\b/, "an iPhone or iPad"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "a Chromebook"],
  [/\bMac OS X\b|\bMacintosh\b/, "a Mac"],
  [/\bLinux\b/, "Linux"],
];

/** Such as "Firefox on Linux". Anything at all may stand in a `user-agent` header. */
export function browserFrom(userAgent: string | null): string {
  const text = userAgent ?? "";
  const named = (table: typeof BROWSERS) => table.find(([pattern]) => pattern.test(text))?.[1];
  return `${named(BROWSERS) ?? "some browser"} on ${named(SYSTEMS) ?? "some device"}`;
}
