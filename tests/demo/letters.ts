import type { LetterBlock, LetterContent } from "#domain/pieces/letter.ts";

/** What the two of the demo write to each other. They are invented, and so is what they say. */

const letter = (title: string, ...blocks: readonly (string | LetterBlock)[]): LetterContent => ({
  kind: "letter",
  title,
  body: {
    type: "doc",
    content: blocks.map((block) =>
      typeof block === "string" ? { type: "paragraph", content: [said(block)] } : block,
    ),
  },
});

const said = (text: string) => ({ type: "text", text }) as const;

const list = (...items: readonly string[]): LetterBlock => ({
  type: "bulletList",
  content: items.map((item) => ({
    type: "listItem",
    content: [{ type: "paragraph", content: [said(item)] }],
  })),
});

/** Ada's; Jonas has opened and answered it. */
export const FIRST_WEEKS = letter(
  "The first weeks",
  "I want to begin with what went well, because I have told nobody. You were on time every Wednesday. You brought Tom’s rain boots back the same evening, without my asking. When Mila had a fever you wrote what she had eaten and when she slept, and I could stop guessing.",
  "I did not thank you. Thanking you felt like saying that everything was all right, and it was not. I have noticed since that both can be true.",
  "Thank you for the Wednesdays.",
);

/** Jonas’s; Ada has opened and answered it. */
export const WENT_QUIET = letter(
  "Why I went quiet",
  "You asked me in April why I answer in single words, and I gave you a single word. This is the longer one.",
  "In the last year at home I got used to weighing each sentence before I said it. Mostly I found it too heavy and kept it. By the summer I had no sentences left, and you were living with somebody who nodded. That was lonely for you. It took me a long time to see that, because I thought that I was keeping the peace.",
  "What I would like to change is small:",
  list(
    "When I need time, I say so, and I say until when.",
    "When I do not know, I say that, and not “fine”.",
    "About the children I answer on the same day, if only with “tomorrow”.",
  ),
  "I am not writing this so that you take anything back that you said. I only wanted you to have the reason from me and not from your own guesses.",
);

/** Ada's; it is at Jonas’s door. */
export const SUMMER = letter(
  "About the summer",
  "Mila has asked whether there will be a tent this year. I said that I would ask you, and then I did not, because the last time we spoke about holidays we were speaking about something else within two minutes.",
  "So here is only the question. I could take the first two weeks of August, and you the two after. Or we split each week, which is more driving and which the children would like better. I have no strong wish. The tent is in my cellar and belongs to both of us, as far as I am concerned.",
  "If neither fits, tell me what does.",
);

/** Jonas’s; it is at Ada’s door. */
export const SCHOOL_PLAY = letter(
  "The school play",
  "I left before the end, and you saw me leave. I did not go because of who you had come with. Tom had just waved at us both, first at you and then at me, and had to turn his head so far to do it that he missed his line. He laughed. I could not.",
  "I went out to the car and stayed there until it was over. Afterwards I told him that I had seen all of it, and that is what I am sorry for.",
  "I will tell him myself. I wanted you to hear it from me before you hear it from him.",
);

/** In Ada's Mine. */
export const MARCH = letter(
  "What I didn’t say in March",
  "When you packed the car that morning, I stood at the window and said nothing.",
  "I felt ashamed. I had told myself that you’d want me to stay away, and that was easier than asking.",
  "What I’d like, and you may say no: one hour, outside,",
);

/** In Ada's Mine, begun and left. */
export const MY_MOTHER = letter(
  "My mother’s birthday",
  "She still sets a cup for you when she counts. I have not told her not to.",
);

/** In Jonas’s Mine. */
export const HOW_IT_ENDED = letter(
  "How it ended, as I see it",
  "I have begun this four times. Each time it turns into a list of what you did, and then I stop.",
  "This time I write down only what I did. It is shorter than I feared and worse than I hoped.",
);

/** The lines of their agreement, and the new wording that Ada has proposed for the second. */
export const AGREEMENT = {
  title: "How we talk about the children",
  changes: "We tell the children about changes to the week together, or not at all until we can.",
  wednesdays: "Wednesdays, by message first; a call only if the other says yes.",
  wednesdaysReworded:
    "Wednesdays before 20:00, by message first; a call only if the other says yes.",
  pause: "If either of us says “pause”, we stop for the day, and neither of us asks why.",
  grandparents: "What the grandparents may know, each of us tells our own.",
} as const;
