import * as z from "zod";
import { afterEach, expect, vi } from "vitest";

// As the server and the browser do at their start: no code is made from text.
z.config({ jitless: true });

/** Noise on the console is a fault that nobody has looked at: it fails the test that made it. */
const noise: string[] = [];
for (const level of ["error", "warn"] as const) {
  vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
    noise.push(`${level}: ${parts.map(String).join(" ")}`);
  });
}

afterEach(() => {
  expect(noise.splice(0), "nothing is said on the console").toEqual([]);
});
