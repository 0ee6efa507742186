import { readFileSync } from "node:fs";
import { chromium, type Page } from "@playwright/test";
import { MIRROR_CLASSES } from "#client/mirror/finding.ts";
import { startDemo } from "../demo/world.ts";

const WORDS = 5_000;
const A_PARAGRAPH = 80;
const KEYS = 200;
const ROUNDS = 3;

/** Sentences of the mirror's corpus, over and over: far more places than any letter has. */
function letter(): string[] {
  const words = MIRROR_CLASSES.flatMap((name) =>
    readFileSync(`tests/fixtures/mirror/${name}.txt`, "utf8").replaceAll(/[[\]]/g, "").split(/\s+/),
  ).filter((word) => word !== "");
  const at = (i: number) => words[i % words.length];
  return Array.from({ length: WORDS / A_PARAGRAPH }, (_, paragraph) =>
    Array.from({ length: A_PARAGRAPH }, (_word, i) => at(paragraph * A_PARAGRAPH + i)).join(" "),
  );
}

type Figures = {
  /** From the key to the first line of code that hears it, and to the next picture, in milliseconds. */
  readonly heard: number;
  readonly shown: number;
  readonly shownP95: number;
  /** The longest of what kept the page from everything else; 0 when nothing took 50 ms. */
  readonly longTask: number;
};

/** What the browser itself says of each key press while somebody types at a good pace. */
async function type(page: Page, pausing = false): Promise<Figures> {
  const watch = await page.evaluateHandle(() => {
    const keys: { heard: number; shown: number }[] = [];
    const tasks: number[] = [];
    // Named functions would be given helpers here that the page does not have.
    const events = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        if (entry.name !== "keydown") continue;
        keys.push({ heard: entry.processingStart - entry.startTime, shown: entry.duration });
      }
    });
    const long = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    });
    events.observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
    long.observe({ type: "longtask" });
    return { events, long, keys, tasks };
  });
  await page.getByRole("textbox", { name: "Your letter" }).focus();
  for (let i = 0; i < KEYS; i++) {
    await page.keyboard.press("etaoinshrdlu"[i % 12] ?? "e");
    // Long enough for it to read along, twice in a round.
    if (pausing && i % (KEYS / 2) === KEYS / 4) await page.waitForTimeout(3_000);
  }
  // What the browser has to say of the last keys comes with the next pictures.
  await page.waitForTimeout(500);
  const { keys, tasks } = await watch.evaluate((watching) => {
    watching.events.disconnect();
    watching.long.disconnect();
    return { keys: watching.keys, tasks: watching.tasks };
  });
  const shown = keys.map((key) => key.shown).toSorted((a, b) => a - b);
  return {
    heard: Math.max(0, ...keys.map((key) => key.heard)),
    shown: shown.at(-1) ?? 0,
    shownP95: shown[Math.floor(shown.length * 0.95)] ?? 0,
    longTask: Math.max(0, ...tasks),
  };
}

const demo = await startDemo(0);
const executablePath = process.env.CHROMIUM_PATH || undefined;
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ["--no-sandbox", "--disable-gpu"],
});
const rounds: Record<string, Figures[]> = {};
let took = 0;
let marks = 0;
try {
  const page = await browser.newPage({ reducedMotion: "reduce" });
  await page.goto(demo.ada.link);
  await page.getByRole("button", { name: "Write something new" }).click();
  await page.getByRole("button", { name: "Say how I feel" }).click();
  await page.getByRole("button", { name: "A letter in your own words" }).click();
  await page.getByRole("textbox", { name: "Your letter" }).click();
  for (const paragraph of letter()) {
    await page.keyboard.insertText(paragraph);
    await page.keyboard.press("Enter");
  }
  const look = page.getByRole("region", { name: "A second look" });
  const along = look.getByRole("switch");
  const measure = async (what: string, pausing = false) => {
    (rounds[what] ??= []).push(await type(page, pausing));
  };
  await type(page); // warms up
  for (let round = 0; round < ROUNDS; round++) {
    await measure("nothing reads");
    const began = Date.now();
    await look.getByRole("button", { name: /^Read it/ }).click();
    // Whoever writes on is read again, so it reads for as long as this types.
    await measure("it reads");
    await look.getByRole("button", { name: "Read it again" }).waitFor();
    if (round === 0) took = Date.now() - began;
    marks = await page.locator(".mirror-mark").count();
    await measure("its marks are drawn");
    await along.check();
    await measure("it reads along", true);
    await along.uncheck();
    await look.getByRole("button", { name: "Put all away" }).click();
  }
} finally {
  await browser.close();
  await demo.close();
}

const worst = (what: string, name: keyof Figures) =>
  Math.max(...(rounds[what] ?? []).map((figure) => figure[name]));
console.log(`
The mirror: ${KEYS} keys typed into a letter of ${WORDS} words, the worst of ${ROUNDS} rounds, in Chromium.
Read and typed in at once in ${took} ms; ${marks} marks are drawn.
`);
console.log(
  `${"ms".padEnd(26)}${["a key is heard", "is shown", "shown, p95", "long task"].map((head) => head.padStart(16)).join("")}`,
);
for (const what of Object.keys(rounds)) {
  const figures = (["heard", "shown", "shownP95", "longTask"] as const).map((name) =>
    worst(what, name).toFixed(0).padStart(16),
  );
  console.log(`${`while ${what}`.padEnd(26)}${figures.join("")}`);
}
