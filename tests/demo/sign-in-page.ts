import { browserAccount } from "#client/account-browser.ts";

/** What the demo writes into its page for each of the two. */
type Who = { readonly name: string; readonly password: string; readonly room: string };

/** In the browser: signs in as the page for signing in does, and goes to the room. */
async function signIn(): Promise<void> {
  const who = JSON.parse(document.querySelector("#who")?.textContent ?? "") as Who;
  const account = await browserAccount();
  const { name, password, room } = who;
  const signedIn = await account.signIn({ name, password, remember: true });
  if (!signedIn.ok) throw new Error(signedIn.refusal.code);
  location.replace(`/room/${room}`);
}

signIn().catch((error: unknown) => {
  const why = error instanceof Error ? error.message : String(error);
  const status = document.querySelector("#status");
  if (status) status.textContent = `This did not work (${why}). Load the page again.`;
});
