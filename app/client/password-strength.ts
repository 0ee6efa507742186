/** How hard a password is to guess: 0 and 1 within seconds or minutes, 4 not in years. */
export type Strength = {
  readonly score: 0 | 1 | 2 | 3 | 4;
  /** One of ours, not the library's words; `null` when nothing stands out. */
  readonly reason: "common" | "known" | "pattern" | null;
};

export const PASSWORD_AT_LEAST = 12;

/** From here on a password is taken. */
const ENOUGH = 2;

export const isStrong = ({ score }: Strength): boolean => score >= ENOUGH;

type Estimator = (password: string, known: readonly string[]) => Strength;

let loading: Promise<Estimator> | null = null;

/** The word lists are large: they are fetched when a new password is about to be typed, once. */
async function load(): Promise<Estimator> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  });
  return (password, known) => {
    const { score, sequence } = zxcvbn.check(password, [...known]);
    const found = (name: string) =>
      sequence.some(
        (match) =>
          match.pattern === "dictionary" && String(match["dictionaryName"]).startsWith(name),
      );
    const reason = found("userInputs")
      ? "known"
      : found("passwords")
        ? "common"
        : sequence.some((match) => match.pattern !== "bruteforce" && match.pattern !== "dictionary")
          ? "pattern"
          : null;
    return { score, reason };
  };
}

/** Starts fetching the word lists. */
export function prepareStrength(): void {
  loading ??= load().catch((error: unknown) => {
    loading = null; // the network may be back at the next try
    throw error;
  });
  loading.catch(() => {});
}

/**
 * Estimates a password on this device. `known`: words that somebody who knows the person would try.
 * `null` when the word lists could not be fetched.
 */
export async function strengthOf(
  password: string,
  known: readonly string[] = [],
): Promise<Strength | null> {
  prepareStrength();
  try {
    // A very long password takes long to look at, and its beginning says enough.
    return (await loading)?.(password.slice(0, 100), ["threshold", ...known]) ?? null;
  } catch {
    return null;
  }
}
