// Finds a Chromium, or gets one: Debian's when we are root, otherwise Playwright's own. The shell without
// a window of its own comes first: it takes a third less time for the same pages.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const SHELL = "/usr/bin/chromium-headless-shell";
const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The program's path, or nothing for Playwright's own. Ends the process when neither can be had. */
export function chromium() {
  const chosen = [process.env.CHROMIUM_PATH, SHELL].find((place) => place && existsSync(place));
  if (chosen) return chosen;
  if (installed("chromium-headless-shell") && existsSync(SHELL)) return SHELL;
  const found = PLACES.find((place) => existsSync(place));
  if (found) return found;
  if (installed("chromium") && existsSync("/usr/bin/chromium")) return "/usr/bin/chromium";
  const own = spawnSync("node_modules/.bin/playwright", ["install", "chromium"], {
    stdio: "inherit",
  });
  if (own.status === 0) return "";
  console.error(
    "The browser tests need Chromium and none could be installed. Install it, or set CHROMIUM_PATH to where it is.",
  );
  process.exit(1);
}

/** Whether Debian's package could be installed, which takes that we are root there. */
function installed(name) {
  const apt =
    process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (!apt) return false;
  const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  spawnSync("apt-get", ["update", "-q"], options);
  const { status } = spawnSync(
    "apt-get",
    ["install", "-y", "-q", "--no-install-recommends", name],
    options,
  );
  return status === 0;
}
