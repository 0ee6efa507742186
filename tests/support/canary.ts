/**
 * A canary is a phrase that nobody else would write. It is looked for as it is, in UTF-16, and in
 * whatever base64 a text holds, so that "in clear" cannot hide behind an encoding.
 */
let made = 0;

export function canary(what: string): string {
  made += 1;
  return `${what} ${Date.now().toString(36)}${process.pid.toString(36)}q${made}zu`;
}

/** Whether `bytes` tell `phrase` to somebody without a key. */
export function tells(bytes: Buffer, phrase: string): boolean {
  if (bytes.includes(phrase, 0, "utf8") || bytes.includes(phrase, 0, "utf16le")) return true;
  const escaped = JSON.stringify(phrase).slice(1, -1);
  if (escaped !== phrase && bytes.includes(escaped, 0, "utf8")) return true;
  const text = bytes.toString("latin1");
  for (const [token] of text.matchAll(/[A-Za-z0-9+/_-]{12,}/g)) {
    // The phrase may begin at any place of a longer token: three of four offsets differ in alignment.
    for (let offset = 0; offset < 4; offset++) {
      if (Buffer.from(token.slice(offset), "base64").includes(phrase, 0, "utf8")) return true;
    }
  }
  return false;
}
