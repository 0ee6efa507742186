import * as z from "zod";
import type { en } from "#app/language/en.ts";
import { interfaceWords } from "#app/language/languages.ts";
import { PASSWORD_AT_LEAST } from "#client/password-strength.ts";
import { nameFrom, wordFrom } from "#domain/account.ts";

type Sentence = keyof (typeof en)["sentences"];

/** In the language of the page, at the moment in which it is said. */
const say = (sentence: Sentence) => () => interfaceWords("sentences")(sentence);

/** What is asked in the forms of accounts. Every complaint is a sentence that says what to do. */

export const chosenWord = z
  .string({ error: say("chooseAWord") })
  .refine((typed) => wordFrom(typed) !== null, {
    error: say("twoToTwenty"),
  });

export const signInName = z
  .string({ error: say("typeYourName") })
  .refine((typed) => nameFrom(typed) !== null, {
    error: say("nameIs"),
  });

export const password = z.string({ error: say("typeYourPassword") });

export const newPassword = z.string({ error: say("chooseAPassword") }).min(PASSWORD_AT_LEAST, {
  error: () => interfaceWords("sentences")("atLeastCharacters", { count: PASSWORD_AT_LEAST }),
});

export const recoveryWords = z
  .string({ error: say("typeTwelveWords") })
  .refine((typed) => typed.trim().split(/\s+/).length === 12, {
    error: say("thereAreTwelve"),
  });

/** A switch or a tick: conform leaves out what is off. */
export const onOrOff = z.boolean().default(false);
