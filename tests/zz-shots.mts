import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";
const [out, ...paths] = process.argv.slice(2);
const port = 4777;
import { mkdtempSync } from "node:fs";
const dir = mkdtempSync("/tmp/shot-");
const server = spawn(process.execPath, ["build/server.js"], { env: { ...process.env, PORT: String(port), HOST: "localhost", DATABASE_URL: `file:${dir}/t.db`, SECRETS_FILE: `${dir}/s.json`, NODE_ENV: "production" }, stdio: "inherit" });
await new Promise((r) => setTimeout(r, 3000));
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const scheme of ["light", "dark"] as const) for (const width of [1280, 390]) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, locale: process.env.LOC ?? "en-GB" });
  const page = await context.newPage();
  for (const p of paths) { await page.goto(`http://localhost:${port}${p}`); await page.waitForTimeout(600); await page.screenshot({ path: `${out}/${p.replaceAll("/", "_")}-${scheme}-${width}.png`, fullPage: true }); }
  await context.close();
}
await browser.close(); server.kill();
