import type * as Y from "yjs";
import * as z from "zod";
import { boundariesDocument } from "#client/pieces/boundaries-document.ts";
import { beginGuided, guidedDocument } from "#client/pieces/guided-document.ts";
import { fillLetter, letterDocument } from "#client/pieces/letter-document.ts";
import { planDocument } from "#client/pieces/plan-document.ts";
import type { PieceId } from "#domain/ids.ts";
import { indexSchema } from "#domain/index-schema.ts";
import { inBrowser } from "../../support/from-node.ts";
import { expect, test } from "../../support/journey.ts";
import { letterOf } from "../../support/letters.ts";
import { pairInNode } from "../../support/pair-in-node.ts";

const byANewerVersion = (doc: Y.Doc) => void doc.getMap("meta").set("format", 99);

const MINE = "You wrote in this with a newer version of this page.";

test("what a newer version wrote shows in every kind, and nothing can be written in it", async ({
  server,
  newPerson,
}) => {
  const { ada, ben, room, close } = await pairInNode(server.origin);
  const pieces: { piece: PieceId; words: string; says: string }[] = [];
  const keep = (piece: PieceId, words: string, says: string) => pieces.push({ piece, words, says });

  for (const kind of ["letter", "forgiveness"] as const) {
    const words = `Words of a ${kind}`;
    const piece = await ada.begin(kind);
    await ada.writeAlone(piece, (doc) => {
      fillLetter(letterDocument(doc), letterOf(kind, words));
      byANewerVersion(doc);
    });
    keep(piece, words, MINE);
  }
  const form = "say-it-well";
  const guided = await ada.begin("letter", { form });
  await ada.writeAlone(guided, (doc) => {
    const document = guidedDocument(doc);
    beginGuided(document, form);
    document.text("camera").insert(0, "Words of an answer");
    byANewerVersion(doc);
  });
  keep(guided, "Words of an answer", MINE);
  const list = await ada.begin("boundaries");
  await ada.writeAlone(list, (doc) => {
    const document = boundariesDocument(doc);
    document.add("hours");
    document.shown()[0]?.statement.insert(0, "Words of a boundary");
    byANewerVersion(doc);
  });
  keep(list, "Words of a boundary", "A newer version of Threshold wrote this list.");

  const agreement = await ada.propose("open");
  await ben.accept(agreement);
  await ada.writeTogether(agreement, (document) => {
    document.add();
    document.shown()[0]?.text.insert(0, "Words of a line");
    byANewerVersion(document.doc);
  });
  keep(agreement, "Words of a line", "This was written in with a newer version of this page.");
  const plan = await ada.propose("open", "plan");
  await ben.accept(plan);
  await ada.writeTogether(plan, ({ doc }) => {
    const document = planDocument(doc);
    document.add(ada.hand.keyring.person, "2026-11-23");
    document.shown()[0]?.goal.insert(0, "Words of a goal");
    byANewerVersion(doc);
  });
  keep(plan, "Words of a goal", "This was written in with a newer version of this page.");
  close();

  const { page } = await inBrowser(newPerson, ada, `/room/${room}`);
  for (const { piece, words, says } of pieces) {
    await page.goto(`/room/${room}/${piece}`);
    await expect(page.getByText(says), words).toBeVisible();
    // As text, or in a field that can only be read.
    await expect.poll(() => page.evaluate(shows, words), words).toBe(true);
    await expect(page.locator("textarea:not([readonly]), [contenteditable=true]")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Bring back" })).toHaveCount(0);
  }
});

test("a piece of a kind that only a newer version knows is there, and stays as it was", async ({
  server,
  newPerson,
}) => {
  const { ada, room, close } = await pairInNode(server.origin);
  const { index } = ada.hand.keyring;
  const piece = await ada.begin("letter");
  const drawing = { kind: "drawing", title: "A tree by the river", room, ink: { of: "oak gall" } };
  await index.update((now) => {
    const known = z.encode(indexSchema, now) as { pieces: object };
    return z.decode(indexSchema, { ...known, pieces: { ...known.pieces, [piece]: drawing } });
  });
  close();

  const { page } = await inBrowser(newPerson, ada, `/room/${room}`);
  const says = "A newer version of this page wrote this.";
  await expect(page.getByRole("article").filter({ hasText: says })).toBeVisible();
  await expect(page.getByRole("button", { name: "Load the page again" })).toBeVisible();
  await page.goto(`/room/${room}/${piece}`);
  await expect(page.getByRole("heading", { name: says })).toBeVisible();
  await expect(page.locator("textarea, [contenteditable=true]")).toHaveCount(0);

  // This page changes the index meanwhile, and gives back what it does not know.
  const noted = page.waitForResponse((response) => response.url().endsWith("/api/account/index"));
  await page.goto("/settings");
  await page.getByRole("radio", { name: "60 minutes" }).check();
  expect((await noted).ok()).toBe(true);
  await index.refresh();
  const now = z.encode(indexSchema, index.current()) as { pieces: object; prefs: object };
  expect(now.prefs).toEqual({ idleMinutes: 60 });
  expect(now.pieces).toMatchObject({ [piece]: drawing });
});

/** Runs in the page. */
function shows(words: string): boolean {
  const fields = [...document.querySelectorAll("textarea")];
  return document.body.innerText.includes(words) || fields.some(({ value }) => value === words);
}
