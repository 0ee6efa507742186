import * as z from "zod";
import { PASSWORD_AT_LEAST } from "#client/password-strength.ts";
import { nameFrom, wordFrom } from "#domain/account.ts";

/** What is asked in the forms of accounts. Every complaint is a sentence that says what to do. */

export const chosenWord = z
  .string({ error: "Choose a word." })
  .refine((typed) => wordFrom(typed) !== null, {
    error: "Use 2 to 20 letters from a to z, without spaces, dots or accents.",
  });

export const signInName = z
  .string({ error: "Type your name here: a word and four digits." })
  .refine((typed) => nameFrom(typed) !== null, {
    error: "A name here is a word and four digits, like heron-4821.",
  });

export const password = z.string({ error: "Type your password." });

export const newPassword = z
  .string({ error: "Choose a password." })
  .min(PASSWORD_AT_LEAST, { error: `Use at least ${PASSWORD_AT_LEAST} characters.` });

export const recoveryWords = z
  .string({ error: "Type your twelve words." })
  .refine((typed) => typed.trim().split(/\s+/).length === 12, {
    error: "There are twelve words, with spaces between them.",
  });

/** A switch or a tick: conform leaves out what is off. */
export const onOrOff = z.boolean().default(false);
