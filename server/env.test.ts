import { describe, expect, it } from "vitest";
import { readEnv } from "./env.ts";

describe("the environment", () => {
  it("has a default for everything", () => {
    expect(readEnv({})).toMatchObject({
      mode: "development",
      host: "127.0.0.1",
      port: 3000,
      databaseUrl: "file:./data/threshold.db",
      origin: null,
    });
  });

  it.each([
    [{ PORT: "web" }, "PORT must be a number from 0 to 65535."],
    [{ PORT: "65536" }, "PORT must be a number from 0 to 65535."],
    [{ DATABASE_URL: "mysql://here" }, "DATABASE_URL must begin with file: or postgresql://."],
    [{ NODE_ENV: "prod" }, 'NODE_ENV must be "production", "development" or "test".'],
    [
      { TRUSTED_PROXIES: "all" },
      "TRUSTED_PROXIES must be how many proxies of yours stand in front of the server, from 0 to 9.",
    ],
    [
      { ORIGIN: "example.org" },
      "ORIGIN must be the address that people type, such as https://example.org.",
    ],
  ])("refuses %o in one sentence", (variables, sentence) => {
    expect(() => readEnv(variables)).toThrow(sentence);
  });

  it("takes the slash from the end of the origin", () => {
    expect(readEnv({ ORIGIN: "https://example.org/" }).origin).toBe("https://example.org");
  });
});
