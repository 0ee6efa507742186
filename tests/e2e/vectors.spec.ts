import { expect, test } from "@playwright/test";
import { build } from "esbuild";
import type * as checks from "../keys/check-vectors.ts";

/** What the bundle below puts into the page. */
declare const keys: typeof checks;

/** A page without a policy of ours, whose origin browsers trust with WebCrypto. */
const BLANK = "http://localhost/vectors";

test("K25 the formats are in Chromium what they are in Node", async ({ page }) => {
  const bundled = await build({
    entryPoints: ["tests/keys/check-vectors.ts"],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "keys",
    platform: "browser",
  });
  await page.route(BLANK, (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>vectors</title>" }),
  );
  await page.goto(BLANK);
  await page.addScriptTag({ content: bundled.outputFiles[0]?.text ?? "" });
  expect(await page.evaluate(() => keys.checkVectors())).toEqual([]);
});
