/** Any origin will do: what matters is whether the path stays on it. */
const HERE = "http://here.invalid";

/**
 * Where `?next=` leads, if that is a path of ours; `otherwise` if it is anything else. Browsers read
 * addresses more freely than they look (`//elsewhere`, `/\elsewhere`, tabs in between), so it is their
 * parser that decides. The fragment is dropped: it may hold a secret, and nobody needs it here.
 */
export function nextPath(asked: string | null | undefined, otherwise: string): string {
  if (!asked?.startsWith("/")) return otherwise;
  let url: URL;
  try {
    url = new URL(asked, HERE);
  } catch {
    return otherwise;
  }
  const path = url.pathname + url.search;
  // What is left must not be read as an address elsewhere by whoever takes it up.
  return url.origin === HERE && !path.startsWith("//") ? path : otherwise;
}

/** A path with where to go afterwards. */
export const withNext = (path: string, next: string): string =>
  `${path}?next=${encodeURIComponent(next)}`;
