import { startDemo, type Demo, type DemoGuest } from "./world.ts";

const port = Number(process.env.PORT ?? 4040);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error("PORT must be a number from 0 to 65535.");
  process.exit(1);
}

let open: Demo | null = null;
let ending = false; // Ctrl+C comes twice: from the terminal, and from who started this
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (ending) return;
    ending = true;
    void (open?.close() ?? Promise.resolve()).then(() => process.exit(open ? 0 : 1));
  });
}

console.log("Four weeks of two people's lives are being written. This takes a moment.");
const demo = await startDemo(port).catch((error: unknown) => {
  const inUse = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  console.error(inUse ? `Port ${port} is taken. Set PORT to a free one.` : error);
  process.exit(1);
});
open = demo;
const { ada, jonas } = demo;

const inColumns = (of: (guest: DemoGuest) => string) =>
  [ada, jonas].map((guest) => `  ${guest.called.padEnd(7)} ${of(guest)}`).join("\n");

console.log(`
Two people are in a room. Each link opens signed in, as one of them:

${inColumns(({ link }) => link)}

Open both in one browser, side by side: it keeps the two hosts apart.
To unlock after ten idle minutes, or to sign in by hand:

${inColumns(({ name, password }) => `${name.padEnd(12)} ${password}`)}

Recovery words:

${inColumns(({ recoveryWords }) => recoveryWords.join(" "))}

Everything is in a temporary directory, and gone when this ends (Ctrl+C).
`);
