import * as z from "zod";

/**
 * The help lines, a file a country in content/help; the file's name is the country's in the address. A
 * mistake in one fails the build's tests and the start, not the person who needs it.
 */
const day = z.iso.date();

const helpLine = z
  .strictObject({
    name: z.string().min(1),
    for: z.enum(["emergency", "abuse", "own-acts", "crisis"]),
    about: z.string().min(1),
    /** As people read it; what is dialled is made of its digits. */
    phone: z
      .string()
      .regex(/^[\d -]+$/)
      .optional(),
    /** The number for text messages. */
    text: z
      .string()
      .regex(/^[\d -]+$/)
      .optional(),
    /** The word to send there, where one has to be sent. */
    say: z
      .string()
      .regex(/^[A-Z]+$/)
      .optional(),
    web: z.url({ protocol: /^https$/ }).optional(),
    /** Where the number was taken from, and when. */
    source: z.strictObject({ url: z.url({ protocol: /^https$/ }), date: day }),
    /** When somebody called it and it was right; `null` until somebody has. */
    checkedByPhone: day.nullable(),
  })
  .refine((line) => line.phone ?? line.text ?? line.web, "a line that cannot be reached");

const helpPage = z.strictObject({
  name: z.string().min(1),
  /** Countries whose lines serve here too. */
  also: z.array(z.string()),
  lines: z.array(helpLine).min(1),
});

export type HelpLine = z.output<typeof helpLine>;
export type Country = z.output<typeof helpPage> & { readonly code: string };

/** Reads files by path. Throws, with the path, for one that is not as it must be. */
export function readCountries(files: Readonly<Record<string, unknown>>): readonly Country[] {
  const countries = Object.entries(files).map(([path, content]) => {
    const code = /([a-z]{2})\.json$/.exec(path)?.[1];
    const read = helpPage.safeParse(content);
    if (!code) throw new Error(`${path}: the name of a file is a country's two letters`);
    if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`);
    return { code, ...read.data };
  });
  for (const { code, also } of countries) {
    const unknown = also.find((other) => !countries.some((country) => country.code === other));
    if (unknown) throw new Error(`${code}: no such country: ${unknown}`);
  }
  return countries.sort((a, b) => a.name.localeCompare(b.name, "en"));
}

export const COUNTRIES = readCountries(
  import.meta.glob("/content/help/*.json", { eager: true, import: "default" }),
);

/** A country with the lines that serve there, those of its neighbours last. */
export function linesIn(code: string): { name: string; lines: readonly HelpLine[] } | null {
  const country = COUNTRIES.find((one) => one.code === code);
  if (!country) return null;
  const others = country.also.flatMap(
    (other) => COUNTRIES.find((one) => one.code === other)?.lines ?? [],
  );
  const own = new Set(country.lines.map((line) => line.phone));
  return {
    name: country.name,
    lines: [...country.lines, ...others.filter((o) => !own.has(o.phone))],
  };
}

/** The digits alone, for `tel:` and `sms:`. */
export const digitsOf = (number: string): string => number.replace(/\D/g, "");
