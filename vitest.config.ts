import { defineConfig } from "vitest/config";
import { practiceFiles } from "./server/setup/practice-files.ts";

/** `ALL=1` is the longer form: more seeds, more runs. */
export default defineConfig({
  plugins: [practiceFiles()],
  test: {
    include: ["app/**/*.test.ts", "app/**/*.test.tsx", "server/**/*.test.ts", "tests/**/*.test.ts"],
    environment: "node",
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ["tests/support/postgres-setup.ts"],
    setupFiles: ["tests/support/quiet-console.ts"],
  },
});
