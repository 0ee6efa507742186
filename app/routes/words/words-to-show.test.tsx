import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Account } from "#client/account.ts";
import {
  accountWorld,
  newcomer,
  PASSWORD,
  type AccountWorld,
  type Device,
} from "#tests/support/account-world.ts";
import { inHtml } from "#tests/support/in-html.tsx";
import { WordsToShow } from "./words-to-show.tsx";

// There is no router here, and none of these links is followed.
vi.mock("@remix-run/react", () => ({
  Link: ({ to, children }: { to: string; children: string }) => <a href={to}>{children}</a>,
}));

const MINUTE = 60_000;

let world: AccountWorld;
let ada: Awaited<ReturnType<typeof newcomer>>;
beforeEach(async () => {
  world = await accountWorld();
  ada = await newcomer(world);
});

const pageOf = (account: Account, answer: Awaited<ReturnType<Account["showRecoveryWords"]>>) =>
  inHtml(
    <WordsToShow
      name={ada.name}
      answer={answer}
      look={() => undefined}
      confirm={account.confirmRecoveryWords}
      done={() => undefined}
      next="/settings"
    />,
  );

/** The page as it stands once the server has said what it knows. */
const page = async ({ account }: Device = ada): Promise<string> =>
  pageOf(account, await account.showRecoveryWords());

/** The words of the page that it shows as such: one of them may be in a sentence. */
const shown = (html: string): readonly string[] =>
  [...html.matchAll(/<li[^>]*>.*?<span class="select-all">(.*?)<\/span><\/li>/g)].map(
    ([, word]) => word ?? "",
  );

const ASKED = "Your password first";

describe("the twelve words on their page", () => {
  it("K31 are there at once for who gave the password a moment ago", async () => {
    expect(shown(await page())).toEqual(ada.words);
    world.time.now += 5 * MINUTE - 1;
    expect(shown(await page())).toEqual(ada.words);
  });

  it("K31 are not there five minutes later, nor to be saved, until the password is given", async () => {
    world.time.now += 5 * MINUTE;
    const html = await page();
    expect(html).toContain(ASKED);
    expect(html).not.toContain("Save as a text file");
    expect(shown(html)).toEqual([]);
    expect(await ada.account.showRecoveryWords()).toEqual({
      ok: false,
      refusal: { code: "confirm-again" },
    });
    expect(await ada.account.confirm("not the password at all")).toMatchObject({ ok: false });
    expect(await page()).toContain(ASKED);
    expect(await ada.account.confirm(PASSWORD)).toMatchObject({ ok: true });
    expect(shown(await page())).toEqual(ada.words);
  });

  it("K31 are not there for a tab that was loaded again, whatever another session has confirmed", async () => {
    world.time.now += 5 * MINUTE;
    const second = world.device();
    await second.account.signIn({ name: ada.name, password: PASSWORD, remember: true });
    expect(shown(await page(second))).toEqual(ada.words);
    const again = ada.reload();
    expect(await again.account.restore()).toMatchObject({ is: "unlocked" });
    expect(await page(again)).toContain(ASKED);
  });

  it("K31 are not there without a network, and the page says that it needs one", async () => {
    ada.cut(true);
    const html = await page();
    expect(html).toContain("There is no connection");
    expect(shown(html)).toEqual([]);
    ada.cut(false);
    expect(shown(await page())).toEqual(ada.words);
  });

  it("are there after making new ones, and after coming back by them, without a question", async () => {
    world.time.now += 5 * MINUTE;
    expect(await ada.account.makeNewWords(PASSWORD)).toMatchObject({ ok: true });
    const words = shown(await page());
    expect(words).toEqual(ada.account.pendingRecoveryWords());
    const there = world.device();
    const next = { name: ada.name, words: words.join(" "), password: "seventeen apricots, halved" };
    expect(await there.account.recover({ ...next, remember: false })).toMatchObject({ ok: true });
    expect(shown(await page(there))).toHaveLength(12);
    expect(shown(await page(there))).not.toEqual(words);
  });

  it("are asked of nobody once they were typed back", async () => {
    const typed = [0, 5].map((place) => ({ place, word: ada.words[place] ?? "" }));
    await ada.account.confirmRecoveryWords(typed);
    world.time.now += 5 * MINUTE;
    expect(await page()).toContain("You have your twelve words");
  });
});
