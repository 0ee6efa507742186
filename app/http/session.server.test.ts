import type { AppLoadContext } from "@remix-run/node";
import * as z from "zod";
import { describe, expect, it } from "vitest";
import { SESSION_COOKIE, type NewSession, type Session } from "#domain/account.ts";
import { toBase64Url } from "#domain/bytes.ts";
import type { PersonId } from "#domain/ids.ts";
import { newId, random } from "#tests/support/keys.ts";
import { readBody } from "./body.server.ts";
import { endedCookie, requireOwnOrigin, requirePerson, sessionCookie } from "./session.server.ts";

const HERE = "https://threshold.test";

function post(headers: Record<string, string>, body = "{}"): Request {
  return new Request(`${HERE}/api/account/index`, { method: "POST", headers, body });
}

/** What a guard has thrown. */
async function thrown(guard: () => unknown): Promise<{ status: number; body: unknown }> {
  try {
    await guard();
  } catch (response) {
    if (response instanceof Response)
      return { status: response.status, body: await response.json() };
    throw response;
  }
  throw new Error("nothing was refused");
}

describe("what changes something", () => {
  it.each([
    { "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "same-origin", origin: "https://behind-a-proxy.test" },
    { origin: HERE },
  ])("K27 is taken from a page of ours: %o", (headers) => {
    expect(() => requireOwnOrigin(post(headers as Record<string, string>))).not.toThrow();
  });

  it.each([
    {},
    { origin: "https://elsewhere.test" },
    { origin: "null" },
    { origin: "threshold.test" },
    { origin: `${HERE}.elsewhere.test` },
    { origin: `${HERE}:8443` },
    { "sec-fetch-site": "cross-site", origin: HERE },
    { "sec-fetch-site": "same-site", origin: HERE },
    { "sec-fetch-site": "none" },
  ])("K27 is refused from anywhere else: %o", async (headers) => {
    const refused = await thrown(() => requireOwnOrigin(post(headers as Record<string, string>)));
    expect(refused).toEqual({ status: 403, body: { code: "wrong-origin" } });
  });

  it("K27 may be looked at from anywhere", () => {
    const looking = new Request(HERE, { headers: { origin: "https://elsewhere.test" } });
    expect(() => requireOwnOrigin(looking)).not.toThrow();
  });
});

describe("who asks", () => {
  const token = random(32);
  const session: Session = { id: "one", person: newId<PersonId>() };
  const context = {
    services: {
      sessions: {
        find: async (asked: Uint8Array) =>
          toBase64Url(asked) === toBase64Url(token) ? session : null,
      },
      limits: { mayAsk: async () => isPatient },
    },
  } as unknown as AppLoadContext;
  let isPatient = true;
  const own = { "sec-fetch-site": "same-origin" };
  const withCookie = (value: string) => post({ ...own, cookie: `${SESSION_COOKIE}=${value}` });

  it("K26 is the person whose session the cookie names", async () => {
    expect(await requirePerson(withCookie(toBase64Url(token)), context)).toBe(session.person);
  });

  it("K26 is nobody without a session, or with one that has ended", async () => {
    for (const request of [post(own), withCookie(toBase64Url(random(32))), withCookie("x")]) {
      const refused = await thrown(() => requirePerson(request, context));
      expect(refused).toEqual({ status: 401, body: { code: "not-signed-in" } });
    }
  });

  it("L1 is refused when they ask too often", async () => {
    isPatient = false;
    const refused = await thrown(() =>
      requirePerson(withCookie(toBase64Url(token)), context).finally(() => (isPatient = true)),
    );
    expect(refused).toEqual({ status: 429, body: { code: "too-many" } });
  });

  it("K26 gets a cookie that no script reads and no other site sends", () => {
    const begun: NewSession = { session, token, remember: true };
    const { "set-cookie": kept } = sessionCookie(begun);
    expect(kept).toMatch(/^__Host-threshold=[\w-]{43}; /);
    for (const attribute of ["Path=/", "Secure", "HttpOnly", "SameSite=Lax", "Max-Age=15552000"])
      expect(kept.split("; ")).toContain(attribute);
    expect(sessionCookie({ ...begun, remember: false })["set-cookie"]).not.toContain("Max-Age");
    expect(endedCookie()["set-cookie"]).toContain("Max-Age=0");
  });
});

describe("the body of a request", () => {
  const schema = z.object({ n: z.number() });

  it("is what its schema reads", async () => {
    expect(await readBody(post({}, '{"n":1}'), schema)).toEqual({ n: 1 });
  });

  it.each(["", "{", "[]", '{"n":"1"}', "null"])("is refused when it is %j", async (body) => {
    const refused = await thrown(() => readBody(post({}, body), schema));
    expect(refused).toEqual({ status: 400, body: { code: "bad-request" } });
  });

  it("is refused when it is too large", async () => {
    const large = `{"n":1,"x":"${"x".repeat(2 * 1024 * 1024)}"}`;
    const refused = await thrown(() => readBody(post({}, large), schema));
    expect(refused).toEqual({ status: 413, body: { code: "too-large" } });
  });
});
