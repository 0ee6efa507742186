import { describe, expect, it } from "vitest";
import { isLate } from "./when-to-offer.tsx";

describe("when a letter is offered, unless its writer says otherwise", () => {
  it.each([6, 12, 21])("is now at %d o'clock", (hour) => {
    expect(isLate(new Date(2026, 10, 3, hour))).toBeNull();
  });

  it.each([22, 23, 0, 5])("is twelve hours later at %d o'clock", (hour) => {
    const now = new Date(2026, 10, 3, hour);
    expect(isLate(now)).toBe(now.getTime() + 12 * 60 * 60 * 1000);
  });
});
