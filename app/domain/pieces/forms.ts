import * as z from "zod";

/**
 * The form of a piece that was written with a guide: the guide's name. It stands in sealed bytes, so a
 * name is never given to another guide; a form that is not known reads as a letter like any other.
 */
export const formName = z.string().regex(/^[a-z]+(-[a-z]+){0,7}$/);

/** What is written to be let go of. Nothing in this form can ever be offered. */
export const RELEASE = "release";
/** What a reader asks, where a letter has opened a window for questions. */
export const QUESTIONS = "questions";
/** What somebody says back of a letter, and what its writer answers to that. */
export const DID_I_HEAR_YOU = "did-i-hear-you";
export const HEARD_OR_NEARLY = "heard-or-nearly";
/** How many questions such a window takes. */
export const MAX_QUESTIONS = 7;

/** Whether what is written in this form may cross at all. */
export const mayBeOffered = (form: string | undefined): boolean => form !== RELEASE;

/** Whether it is offered a single time; what is written after that stays with its writer. */
export const isOfferedOnce = (form: string | undefined): boolean => form === QUESTIONS;

/** A form that may stand in what crosses. */
export const crossingForm = formName.refine(mayBeOffered, "this form never crosses");
