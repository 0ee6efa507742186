import { choose, press, tabTo, type } from "../support/by-keyboard.ts";
import { place, saved } from "../support/in-the-room.ts";
import { expect, test, type Person } from "../support/journey.ts";

const link = ({ page }: Person, name: string) => page.getByRole("link", { name, exact: true });
const button = ({ page }: Person, name: string) => page.getByRole("button", { name, exact: true });

async function makeAccount(person: Person): Promise<void> {
  const { page, word, password } = person;
  await type(page, page.getByLabel("A word"), word);
  await type(page, page.getByLabel("A password"), password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Your name here" })).toBeVisible();
  await press(page, link(person, "I have written it down"));
}

test("from nothing to the first letter opened, without a mouse", async ({ newPerson }) => {
  const ada = await newPerson("ada");
  const ben = await newPerson("ben");

  await ada.page.goto("/");
  await press(ada.page, link(ada, "Begin a room for two"));
  await expect(ada.page.getByRole("heading", { name: "Is this right for me?" })).toBeVisible();
  for (const question of await ada.page.getByRole("group").all()) {
    await choose(ada.page, question, "No");
  }
  await press(ada.page, button(ada, "What follows from this"), "Space");
  await press(ada.page, link(ada, "Go on"));
  await makeAccount(ada);
  await type(ada.page, ada.page.getByLabel("What do you call the other person?"), "Ben");
  await ada.page.keyboard.press("Enter");
  await expect(ada.page.getByRole("heading", { name: "Mine" })).toBeVisible();
  await press(ada.page, link(ada, "Invite one person"));
  await press(ada.page, button(ada, "Make a link"));
  await press(ada.page, button(ada, "Copy the link"));
  await expect(ada.page.getByText("Copied")).toBeVisible();
  const address = await ada.page.evaluate(() => navigator.clipboard.readText());
  await press(ada.page, link(ada, "Room"));

  await ben.page.goto(address);
  await press(ben.page, button(ben, "Yes"));
  await press(ben.page, link(ben, "Make an account"));
  await makeAccount(ben);
  await type(ben.page, ben.page.getByLabel("What do you call the other person?"), "Ada");
  await ben.page.keyboard.press("Enter");
  await expect(ben.page.getByRole("heading", { name: "Mine" })).toBeVisible();

  await press(ada.page, button(ada, "Write something new"));
  await press(ada.page, button(ada, "Say how I feel"));
  await press(ada.page, button(ada, "A letter in your own words"));
  const letter = ada.page.getByRole("textbox", { name: "Your letter" });
  await expect(letter).toBeFocused();
  await ada.page.keyboard.type("I stood at the window.");
  await ada.page.keyboard.press("Control+A");
  await ada.page.keyboard.press("Shift+Tab");
  await tabTo(ada.page, ada.page.getByRole("button", { name: "Undo" }));
  for (let tool = 0; tool < 2; tool++) await ada.page.keyboard.press("ArrowRight");
  await expect(button(ada, "Bold")).toBeFocused();
  await ada.page.keyboard.press("Enter");
  await expect(letter.getByRole("strong")).toHaveText("I stood at the window.");
  await saved(ada.page);
  await press(ada.page, button(ada, "Offer"));
  await choose(ada.page, ada.page.getByRole("group", { name: "How heavy is it?" }), "tender");
  await choose(ada.page, ada.page.getByRole("group", { name: "When?" }), "now");
  await press(ada.page, button(ada, "Offer it"));
  await expect(place(ada.page, "At the door").getByText("Silence here means")).toBeVisible();

  await press(ben.page, link(ben, "Look at it when you like"));
  await press(ben.page, button(ben, "Open"));
  await expect(ben.page.getByText("I stood at the window.")).toBeVisible();
  await press(ben.page, button(ben, "Thank you"));
  await expect(ben.page.getByText("You answered")).toBeVisible();
  await expect(place(ada.page, "Shared").getByText("Ben answered: “Thank you”.")).toBeVisible();
  await press(ada.page, button(ada, "Exit this page"));
  await expect(ada.page.getByRole("heading", { name: "Clouds and weather" })).toBeVisible();
});
