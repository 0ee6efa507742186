import { describe, expect, it } from "vitest";
import { readThrough } from "./read.ts";

const seen = (text: string) =>
  readThrough(text).map(({ class: name, start, end }) => `${name}: ${text.slice(start, end)}`);

describe("reading a draft through", () => {
  it.each([
    ["I only shouted because you started it.", ["blame: because you started it"]],
    ["You made me lie to her.", ["blame: You made me"]],
    ["We both made mistakes.", ["blame: We both made mistakes"]],
    ["You’re pathetic.", ["contempt: You’re pathetic"]],
    ["All of this is your fault.", ["blame: your fault"]],
    ["How you raised me ruined me.", ["blame: How you raised me ruined"]],
    ["Nobody cares what you think.", ["contempt: Nobody cares what you"]],
    ["All my life you have put me down.", ["absolutes: All my life"]],
    ["You always walk away.", ["absolutes: You always"]],
    ["I’m sorry if you felt hurt.", ["conditional: sorry if"]],
    ["I’m sorry. But you were tired too.", ["conditional: But you"]],
    ["Mistakes were made.", ["hidden: Mistakes were made"]],
    ["You have to forgive me.", ["demands: You have to forgive"]],
  ])("finds the very words in %s", (text, findings) => {
    expect(seen(text)).toEqual(findings);
  });

  it.each([
    "It was my fault, and I blamed you.",
    "None of this is your fault.",
    "How you looked after me made me brave.",
    "Nobody cares for the garden as you do.",
    "All my life you have been kind to me.",
    "You never talk about it, and that is fine.",
    "You said: “You made me do it.”",
    "You never have to apologise.",
    "I never want to hurt you again.",
    "I am sorry, without an if and without a but.",
    "You were hurt by what I said.",
    "You do not have to forgive me.",
    "I called you pathetic, and I am ashamed of it.",
    "",
    "   \n",
    "😀 👩‍👩‍👧 שלום",
  ])("leaves alone: %s", (text) => {
    expect(seen(text)).toEqual([]);
  });

  it("gives places in the text as it stands, with every mark and space in it", () => {
    const text =
      "  😀 Well —  ok.\nAnd you’re  always, always late; “you never” she said.  You never call.";
    for (const { start, end } of readThrough(text)) {
      expect(text.slice(start, end)).toMatch(/^you/i);
    }
    expect(seen(text)).toEqual(["absolutes: you’re  always, always", "absolutes: You never"]);
  });

  it("reads what people write in a hurry", () => {
    expect(seen("u always do this")).toEqual(["absolutes: u always"]);
  });
});
