// npm run verify -- FILE: checks an exported consent record, on this machine alone, and says in words
// what of it holds. Ends with 0 if all of it does.
import { readFileSync } from "node:fs";
import * as z from "zod";
import { checkExport } from "#domain/consent/export.ts";
import { isSigned, sha256 } from "../statements.ts";

z.config({ jitless: true });

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function end(code: number, ...lines: readonly string[]): never {
  process.stdout.write(`${lines.join("\n")}\n`);
  process.exit(code);
}

const [file] = process.argv.slice(2);
if (file === undefined) {
  end(2, "Say which file: npm run verify -- FILE");
}
const checked = checkExport(read(file), {
  sha256,
  verify: (key, message, signature) => isSigned(signature, message, key),
});
if (!checked.ok) {
  end(2, "This is not a consent record that this version can read.");
}
const all = checked.value.every(({ holds }) => holds);
end(
  all ? 0 : 1,
  ...checked.value.map(({ holds, says }) => `${holds ? "holds     " : "DOES NOT  "}${says}`),
  all ? "All of it holds." : "Not all of it holds.",
  "The order of acts of the two against each other is as the server told it.",
);
