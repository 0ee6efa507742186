import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test, type Page } from "@playwright/test";

const place = (page: Page, name: "Mine" | "At the door" | "Shared") =>
  page.getByRole("region", { name });

test("the demo prints a link for each of two people, which opens signed in", async ({ page }) => {
  test.setTimeout(150_000); // passwords are stretched eight times, on a machine with other work
  const demo = spawn(process.execPath, ["--import", "tsx", "tests/demo/demo.ts"], {
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(demo, "exit");
  try {
    let said = "";
    for await (const chunk of demo.stdout) {
      said += String(chunk);
      if (said.includes("Ctrl+C")) break;
    }
    const [adas = "", jonass = ""] = said.match(/http:\/\/\S+\/demo\/\w+/g) ?? [];

    await page.goto(adas);
    await expect(page.getByRole("link", { name: "You and Jonas" })).toBeVisible();
    await expect(place(page, "Mine").getByText("What I didn’t say in March")).toBeVisible();
    await expect(place(page, "At the door").getByText("From Jonas")).toBeVisible();
    await expect(place(page, "Shared").getByText("2 lines agreed")).toBeVisible();

    const other = await page.context().newPage();
    await other.goto(jonass);
    await expect(other.getByRole("link", { name: "You and Ada" })).toBeVisible();
    await expect(place(other, "At the door").getByText("From Ada")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("link", { name: "You and Jonas" })).toBeVisible();
  } finally {
    demo.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
  }
});
