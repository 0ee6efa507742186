// npm run verify -- FILE: checks an exported consent record, or each record in a file of everything of
// somebody's, on this machine alone, and says in words what of it holds. Ends with 1 if something does not,
// with 2 if the file cannot be read, and with 0 otherwise: also if something in it could not be checked,
// which the last sentence then says.
import { readFileSync } from "node:fs";
import * as z from "zod";
import { checkFile } from "#domain/check-file.ts";
import type { Finding } from "#domain/consent/export.ts";
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

const MARKS: Record<Finding["is"], string> = {
  holding: "holds        ",
  failing: "DOES NOT     ",
  unchecked: "NOT CHECKED  ",
};

/** What is in a file may not pass for a line of ours. */
const onOneLine = (text: string): string => text.replace(/\p{Cc}+/gu, " ");

function inAll(findings: readonly Finding[]): string {
  const are = new Set(findings.map(({ is }) => is));
  if (are.has("failing")) return "Not all of it holds.";
  if (!are.has("unchecked")) return "All of it holds.";
  return are.has("holding")
    ? "What could be checked holds. Not all of it could be checked."
    : "Nothing of it could be checked.";
}

const [file] = process.argv.slice(2);
if (file === undefined) {
  end(2, "Say which file: npm run verify -- FILE");
}
const checked = checkFile(read(file), {
  sha256,
  verify: (key, message, signature) => isSigned(signature, message, key),
});
if (!checked.ok) {
  end(
    2,
    "This is not a consent record, nor a file of everything of yours, that this version can read.",
  );
}
const all = checked.value.flatMap(({ findings }) => findings);
end(
  all.some(({ is }) => is === "failing") ? 1 : 0,
  ...checked.value.flatMap(({ title, findings }) => [
    ...(title === null ? [] : [onOneLine(title)]),
    ...findings.map(({ is, says }) => `${MARKS[is]}${onOneLine(says)}`),
  ]),
  inAll(all),
  "The order of acts of the two against each other is as the server told it.",
);
