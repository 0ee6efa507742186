import { createCipheriv, createDecipheriv } from "node:crypto";
import * as z from "zod";
import type { Bytes } from "#domain/bytes.ts";
import type { Clock, Randomness } from "#domain/ports.ts";

/**
 * A ticket holds what the server needs to remember between the start and the end of an exchange, sealed,
 * in the client's hands: nothing is kept for exchanges that are never ended, and any process can end
 * them. A ticket can be shown twice within its time, so whatever it allows must also depend on something
 * that using it changes.
 */
export type Tickets = {
  readonly issue: (kind: TicketKind, content: unknown) => Bytes;
  /** `null` for a ticket that is too old, of another kind, or not ours. */
  readonly read: <T extends z.ZodType>(
    kind: TicketKind,
    schema: T,
    ticket: Uint8Array,
  ) => z.output<T> | null;
};

export type TicketKind =
  "registration" | "login" | "recovery" | "password" | "words" | "keys" | "confirm";

/** Enough for a slow device to stretch a password. */
const LIFETIME_MS = 5 * 60 * 1000;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = "aes-256-gcm";

const envelope = z.object({ until: z.number(), content: z.unknown() });

export function createTickets(key: Bytes, clock: Clock, randomness: Randomness): Tickets {
  return {
    issue: (kind, content) => {
      const nonce = randomness.bytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(kind));
      const text = JSON.stringify({ until: clock.now() + LIFETIME_MS, content });
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return new Uint8Array(Buffer.concat([nonce, sealed, cipher.getAuthTag()]));
    },
    read: (kind, schema, ticket) => {
      const text = open(key, kind, ticket);
      if (text === null) return null;
      const { until, content } = envelope.parse(JSON.parse(text));
      return until < clock.now() ? null : schema.parse(content);
    },
  };
}

function open(key: Bytes, kind: TicketKind, ticket: Uint8Array): string | null {
  if (ticket.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, key, ticket.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(kind));
  decipher.setAuthTag(ticket.subarray(ticket.length - TAG_BYTES));
  try {
    const sealed = ticket.subarray(NONCE_BYTES, ticket.length - TAG_BYTES);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
