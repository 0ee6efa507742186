import { defineConfig } from "@playwright/test";

const executablePath = process.env.CHROMIUM_PATH || undefined;
/** On a slow line (tests/support/slow-answers.mjs) everything may take longer. */
const patience = process.env.SLOW ? 3 : 1;

/** Each spec starts the production server it needs (tests/support/app.ts): there is none to share. */
export default defineConfig({
  testDir: "tests/e2e",
  // Stories of many steps, and journeys that are long or seldom touched: only in the longer form, `ALL=1`.
  testIgnore: process.env.ALL ? [] : ["stories/**", "longer/**"],
  outputDir: "test-results/playwright",
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000 * patience,
  expect: { timeout: 10_000 * patience },
  use: {
    actionTimeout: 15_000 * patience,
    navigationTimeout: 20_000 * patience,
    trace: "off", // a trace would hold what was typed
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
