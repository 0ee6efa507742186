import { describe, expect, it } from "vitest";
import { tripleShift } from "./triple-shift.ts";

/** Plays keys ("+Shift" down, "-Shift" up, "~Shift" held down) 100 ms apart; says when it was three. */
function play(keys: string, apart = 100): number[] {
  const shift = tripleShift();
  return keys.split(" ").flatMap((step, index) => {
    const key = { key: step.slice(1), repeat: step[0] === "~", timeStamp: index * apart };
    if (step[0] !== "-") shift.down(key);
    else if (shift.up(key)) return [index];
    return [];
  });
}

describe("Shift three times", () => {
  it("is heard at the third release", () => {
    expect(play("+Shift -Shift +Shift -Shift +Shift -Shift")).toEqual([5]);
  });

  it("is not heard at the second, and begins anew after it was heard", () => {
    expect(play("+Shift -Shift +Shift -Shift")).toEqual([]);
    expect(play(Array(5).fill("+Shift -Shift").join(" "))).toEqual([5]);
  });

  it("does not mistake capitals for it", () => {
    expect(play(Array(6).fill("+Shift +A -A -Shift").join(" "))).toEqual([]);
  });

  it("does not count across other keys", () => {
    expect(play("+Shift -Shift +Shift -Shift +a -a +Shift -Shift")).toEqual([]);
  });

  it("does not mistake holding Shift for pressing it again", () => {
    expect(play("+Shift ~Shift ~Shift -Shift +Shift -Shift +Shift ~Shift -Shift")).toEqual([]);
  });

  it("wants them close together", () => {
    expect(play("+Shift -Shift +Shift -Shift +Shift -Shift", 400)).toEqual([]);
    expect(play("+Shift -Shift +Shift -Shift +Shift -Shift", 300)).toEqual([5]);
  });

  it("is interrupted by the pointer, which selects text with Shift", () => {
    const shift = tripleShift();
    const press = (timeStamp: number) => {
      shift.down({ key: "Shift", repeat: false, timeStamp });
      return shift.up({ key: "Shift", repeat: false, timeStamp });
    };
    press(0);
    press(100);
    shift.interrupt();
    expect(press(200)).toBe(false);
  });
});
