import { defineConfig } from "vitest/config";

/** `ALL=1` is the longer form: more seeds, more runs. */
export default defineConfig({
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
