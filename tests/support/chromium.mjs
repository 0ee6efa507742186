// Finds a Chromium, or gets one: Debian's when we are root, otherwise Playwright's own.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The program's path, or nothing for Playwright's own. Ends the process when neither can be had. */
export function chromium() {
  const found = [process.env.CHROMIUM_PATH, ...PLACES].find((place) => place && existsSync(place));
  if (found) return found;
  const apt =
    process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (apt) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-q"], { stdio: "inherit", env });
    spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], {
      stdio: "inherit",
      env,
    });
    if (existsSync("/usr/bin/chromium")) return "/usr/bin/chromium";
  }
  const own = spawnSync("node_modules/.bin/playwright", ["install", "chromium"], {
    stdio: "inherit",
  });
  if (own.status === 0) return "";
  console.error(
    "The browser tests need Chromium and none could be installed. Install it, or set CHROMIUM_PATH to where it is.",
  );
  process.exit(1);
}
