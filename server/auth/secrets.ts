import { hkdfSync, randomBytes } from "node:crypto";
import { link, mkdir, readFile, unlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { ready, server as opaque } from "@serenity-kit/opaque";
import * as z from "zod";
import { fromBase64Url, toBase64Url, type Bytes } from "#domain/bytes.ts";

/**
 * What the server knows that its database does not. Without this file nobody can sign in again, and with
 * the database alone nobody can try passwords: it is kept apart, and backed up apart.
 */
export type ServerSecrets = {
  /** OPAQUE's server setup, as the library writes it. */
  readonly opaqueSetup: string;
  /** Keys the HMAC that stands for a sign-in name in the database. */
  readonly nameKey: Bytes;
  /** Keys the answers for names that do not exist. */
  readonly fakeKey: Bytes;
  /** Seals the tickets between the start and the end of an exchange. */
  readonly ticketKey: Bytes;
};

/** The file of secrets cannot be used; `message` is one sentence for the person who starts the server. */
export class SecretsRefused extends Error {
  override name = "SecretsRefused";
}

const KEY_BYTES = 32;
const schema = z.object({ v: z.literal(1), opaque: z.string().min(1), key: z.string() });

/** The secrets that go with this setup and this key. */
export function secretsFrom(opaqueSetup: string, key: Bytes): ServerSecrets {
  const subkey = (purpose: string): Bytes =>
    new Uint8Array(hkdfSync("sha256", key, "", `threshold/v1/server/${purpose}`, KEY_BYTES));
  return {
    opaqueSetup,
    nameKey: subkey("names"),
    fakeKey: subkey("unknown names"),
    ticketKey: subkey("tickets"),
  };
}

/** Secrets of their own for a world that is not kept. */
export async function makeSecrets(): Promise<ServerSecrets> {
  await ready;
  return secretsFrom(opaque.createSetup(), new Uint8Array(randomBytes(KEY_BYTES)));
}

/**
 * Reads the secrets from `file`; makes it, for its owner's eyes alone, if it is not there and `mayMake`
 * (that is, while nobody depends on an older one). Throws {@link SecretsRefused}.
 */
export async function openSecrets(file: string, mayMake: boolean): Promise<ServerSecrets> {
  await ready;
  const text = (await readIfThere(file)) ?? (mayMake ? await makeFile(file) : null);
  if (text === null) {
    throw new SecretsRefused(
      `There are people in the database, but ${file} with the server's secrets is missing: put it back from its backup.`,
    );
  }
  const content = schema.safeParse(parsed(text));
  const key = content.success ? fromBase64Url(content.data.key) : null;
  if (!content.success || key?.length !== KEY_BYTES || !isSetup(content.data.opaque)) {
    throw new SecretsRefused(
      `The secrets in ${file} cannot be read: put the file back from its backup.`,
    );
  }
  return secretsFrom(content.data.opaque, key);
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw new SecretsRefused(`The secrets in ${file} cannot be read: is it a file of this user?`);
  }
}

/** Makes the file in one step, so that a crash leaves a whole one or none; whoever was first stays. */
async function makeFile(file: string): Promise<string> {
  const content = {
    v: 1,
    opaque: opaque.createSetup(),
    key: toBase64Url(randomBytes(KEY_BYTES)),
  };
  const draft = `${file}.${randomBytes(6).toString("hex")}.new`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(draft, `${JSON.stringify(content)}\n`, { mode: 0o600, flush: true });
  try {
    await link(draft, file);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    await unlink(draft);
  }
  return readFile(file, "utf8");
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isSetup(text: string): boolean {
  try {
    return opaque.getPublicKey(text) !== "";
  } catch {
    return false;
  }
}
