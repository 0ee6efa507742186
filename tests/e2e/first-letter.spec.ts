import { canary, tells } from "../support/canary.ts";
import {
  beginRoom,
  comeIn,
  expect,
  makeLink,
  offerLetter,
  place,
  test,
  writeLetter,
} from "../support/journey.ts";

test("from nothing to the first letter opened", async ({ newPerson, server }) => {
  const title = canary("What I did not say");
  const body = canary("I stood at the window");
  const ada = await newPerson("ada");
  const ben = await newPerson("ben");
  await beginRoom(ada, "ada", "Ben");
  await comeIn(ben, "ben", await makeLink(ada), "Ada");

  await writeLetter(ada, title, `${body} and said nothing.`);
  await ben.traffic.settled();
  expect(ben.traffic.placesOf(body)).toEqual([]);
  await offerLetter(ada, "tender");
  await expect(
    place(ada.page, "At the door").getByText("Silence here means nothing"),
  ).toBeVisible();

  const door = place(ben.page, "At the door");
  await expect(door.getByRole("heading", { name: "A letter" })).toBeVisible();
  await expect(door.getByText("short")).toBeVisible();
  await expect(door.getByText("tender")).toBeVisible();
  await expect(ben.page.getByText(title)).toBeHidden();

  await door.getByRole("link", { name: "Look at it when you like" }).click();
  await ben.page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(ben.page.getByRole("heading", { name: title })).toBeVisible();
  await expect(ben.page.getByText(body)).toBeVisible();

  await ben.page.getByRole("button", { name: "Thank you" }).click();
  await expect(ben.page.getByText("You answered")).toBeVisible();
  const shared = place(ada.page, "Shared");
  await expect(shared.getByText("Ben answered: “Thank you”.")).toBeVisible();

  for (const phrase of [title, body]) {
    expect(tells(server.kept(), phrase)).toBe(false);
    expect(tells(Buffer.from(server.output()), phrase)).toBe(false);
    await ada.traffic.settled();
    await ben.traffic.settled();
    expect(ada.traffic.placesOf(phrase)).toEqual([]);
    expect(ben.traffic.placesOf(phrase)).toEqual([]);
  }
});
