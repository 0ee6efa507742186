import { describe, expect, it } from "vitest";
import { adviceFor, CONCERNS, type Answer, type Answers } from "./safety.ts";

const all = (answer: Answer): Answers =>
  Object.fromEntries(CONCERNS.map((concern) => [concern, answer]));

describe("Is this right for me?", () => {
  it("asks about fear, threats, injury, stalking, pressure to join and a court order", () => {
    expect(CONCERNS).toEqual(["fear", "threats", "injury", "stalking", "pressure", "court"]);
  });

  it.each(CONCERNS)("leads to help for %s alone, whatever the other answers are", (concern) => {
    for (const others of [{}, all("no"), all("unsure")]) {
      expect(adviceFor({ ...others, [concern]: "yes" })).toEqual({
        is: "help",
        because: [concern],
      });
    }
  });

  it("says all that help is for", () => {
    expect(adviceFor({ ...all("no"), court: "yes", fear: "yes" })).toEqual({
      is: "help",
      because: ["fear", "court"],
    });
  });

  it.each(CONCERNS)("advises to talk first when somebody is not sure about %s", (concern) => {
    expect(adviceFor({ ...all("no"), [concern]: "unsure" })).toEqual({ is: "talk-first" });
  });

  it.each(CONCERNS)("does not say to go on before %s is answered", (concern) => {
    const { [concern]: _, ...rest } = all("no");
    expect(adviceFor(rest)).toEqual({ is: "unanswered" });
  });

  it("says to go on only when every answer is no", () => {
    expect(adviceFor(all("no"))).toEqual({ is: "go-on" });
    expect(adviceFor({})).toEqual({ is: "unanswered" });
  });
});
