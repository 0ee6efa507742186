import * as z from "zod";

/**
 * What a newer version of the product has written in a place that this one knows, and that this one
 * cannot read. It is held exactly as it stands and written back so. What is made of it by adding to it
 * is still it: code that does not ask can change nothing of it.
 */
const NEWER = Symbol.for("threshold: of a newer version");

export type Newer = { readonly [NEWER]: unknown };

export const isNewer = (value: unknown): value is Newer =>
  typeof value === "object" && value !== null && NEWER in value;

/** What this version can read of it; what it cannot counts as not there. */
export const known = <T>(value: T): Exclude<T, Newer> | undefined =>
  isNewer(value) ? undefined : (value as Exclude<T, Newer>);

/** Whether it says at least this. */
export const says = (schema: z.ZodType, value: Newer): boolean =>
  schema.safeParse(value[NEWER]).success;

const newer = (raw: unknown): Newer => ({ [NEWER]: raw });

/** What this schema can read and give back without a difference; all else as {@link Newer}. */
function taken<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> | Newer {
  const read = schema.safeParse(raw);
  return read.success && isSame(z.encode(schema, read.data), raw) ? read.data : newer(raw);
}

const given = <S extends z.ZodType>(schema: S, value: z.output<S> | Newer): unknown =>
  isNewer(value) ? value[NEWER] : z.encode(schema, value);

/** A value that a newer version may have put into another form. */
export const kept = <S extends z.ZodType>(schema: S) =>
  z.codec(z.unknown(), z.custom<z.output<S> | Newer>(), {
    decode: (raw) => taken(schema, raw),
    encode: (value) => given(schema, value),
  });

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const object = z.custom<Record<string, unknown>>(isObject);

/** Entries by their id, each as in {@link kept}; under a key that is no id there is something newer. */
export const entriesOf = <K extends string, S extends z.ZodType>(id: z.ZodType<K>, entry: S) =>
  z.codec(object, z.custom<Record<K, z.output<S> | Newer>>(isObject), {
    decode: (all) =>
      mapped(all, (value, key) => (id.safeParse(key).success ? taken(entry, value) : newer(value))),
    encode: (all) => mapped(all, (value) => given(entry, value)),
  });

/** A loose object that keeps every key, also one that would be taken for its prototype. */
export function open<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const schema = z.looseObject(shape);
  return z.codec(object, z.custom<z.output<typeof schema>>(isObject), {
    decode: (raw, context) => {
      const read = schema.safeParse(raw);
      if (read.success) return over(raw, read.data) as z.output<typeof schema>;
      context.issues.push({ code: "custom", input: raw, message: z.prettifyError(read.error) });
      return z.NEVER;
    },
    encode: (value) => over(value, z.encode(schema, value)),
  });
}

// Entries are set as properties of their own, whatever they are called.
const mapped = <K extends string, T, U>(all: Record<K, T>, to: (value: T, key: string) => U) =>
  Object.fromEntries(Object.entries<T>(all).map(([key, value]) => [key, to(value, key)])) as Record<
    K,
    U
  >;
const over = (all: object, those: object): Record<string, unknown> =>
  Object.fromEntries([...Object.entries(all), ...Object.entries(those)]);

/** Whether both are the same JSON, in whatever order their keys stand. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((one, i) => isSame(one, b[i]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  );
}
