import type { ForgivenessContent } from "#domain/pieces/forgiveness.ts";
import type { Holds } from "./lists.ts";
import type { Will } from "./plans.ts";
import type { LetterBlock, LetterBody, LetterContent } from "#domain/pieces/letter.ts";

/** What the two of the demo write to each other. They are invented, and so is what they say. */

const body = (...blocks: readonly (string | LetterBlock)[]): LetterBody => ({
  type: "doc",
  content: blocks.map((block) =>
    typeof block === "string" ? { type: "paragraph", content: [said(block)] } : block,
  ),
});

const letter = (title: string, ...blocks: readonly (string | LetterBlock)[]): LetterContent => ({
  kind: "letter",
  title,
  body: body(...blocks),
});

const heading = (text: string): LetterBlock => ({
  type: "heading",
  attrs: { level: 2 },
  content: [said(text)],
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

/** Ada's; it waits until tomorrow morning before it is offered. */
export const CELLAR_KEY = letter(
  "The key to the cellar",
  "Your bicycle and the box with the records are still in the cellar. You need not hurry. The key hangs where it always hung, and you can come on a day on which I am out, if that is easier.",
);

/** Jonas’s, asking; Ada has opened it and says that she can take it in part. */
export const THE_BIRTHDAY: ForgivenessContent = {
  kind: "forgiveness",
  form: "asking",
  title: "Mila’s birthday",
  body: body(
    heading("What I am sorry for"),
    "I am sorry that I did not come to Mila’s birthday, and that I let you tell her.",
    heading("What I did"),
    "I had said yes twice. On the morning I wrote that I was ill. I was not ill.",
    heading("What it did to you"),
    "You stood in front of nine children and found a reason for me. You told me later that you heard yourself lie for me, and that this was the worst part. I do not know all of it.",
    heading("What was mine to decide"),
    "Whether I came, and what I wrote. Both were mine alone.",
    heading("What I will do to put it right"),
    "I have told Mila myself that I was not ill. When I cannot do something, I tell you so at least two days before, and I tell the children myself.",
    heading("What changes"),
    "I say no when I mean no. Since March I have done so three times, and it was not as hard as I had thought.",
  ),
};

/** Ada’s boundaries. The first two are offered: Jonas keeps one, and would like to talk about one. */
export const ADAS_LIST: readonly Holds[] = [
  {
    area: "hours",
    statement: "I do not read or answer messages after nine in the evening.",
    welcome: "Write in the morning. About a sick child, call.",
    response: "I answer on the next day.",
    firm: true,
  },
  {
    area: "place",
    statement: "We hand the children over at the door, and do not come in.",
    welcome: "A few minutes outside are good.",
    response: "I say goodbye and close the door.",
    firm: false,
  },
  {
    area: "topic",
    statement: "I do not talk about my mother’s health with you.",
    firm: true,
  },
];

/** Jonas’s. The first is offered, and Ada keeps it. */
export const JONASS_LIST: readonly Holds[] = [
  {
    area: "family-and-friends",
    statement: "What I tell you here I do not want told to my brother.",
    response: "I write less for a while.",
    firm: true,
  },
  {
    area: "money",
    statement: "I talk about money on one evening a month, and not in between.",
    welcome: "Put it on the list for that evening.",
    firm: false,
  },
];

/** What each of them does, by their plan. */
export const PLAN = {
  title: "Getting the week right",
  hers: {
    goal: "Tell Jonas about changes on the day on which I learn of them",
    when: "the school or a friend tells me of a change",
    act: "write one message before I put the phone away",
    obstacle: "Thinking that it can wait until I am calmer",
    rhythm: "weekdays",
  },
  his: {
    goal: "Be at the school gate on time",
    when: "it is a quarter past four on one of my days",
    act: "close the laptop and leave, whatever is open",
    obstacle: "A call that runs over",
    rhythm: "weekdays",
  },
  hisWeekly: {
    goal: "Say by Sunday what the week looks like",
    when: "the children are in bed on Sunday",
    act: "write down who drives on which day",
    rhythm: "weekly",
  },
} as const satisfies Readonly<Record<string, string | Will>>;

/** Their answers to “What went well for you lately, even if it was small?”. */
export const WENT_WELL = {
  hers: letter(
    "",
    "I swam on four Tuesdays in a row. Nobody was waiting for me, and I noticed that I was not in a hurry.",
  ),
  his: letter(
    "",
    "Tom let me cut his hair, and laughed at the result. I kept it short when I called you about Friday, and it was a good call.",
  ),
};

/** Jonas’s answer to the question that is still open. */
export const ORDINARY_DAY = letter(
  "",
  "Coffee before anybody is up. A day at work on which I finish one thing. In the evening I know what tomorrow looks like.",
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
