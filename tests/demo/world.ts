import { openFront, type Guest } from "./front.ts";
import { startProduct } from "./product.ts";
import { signInScript } from "./sign-in-bundle.ts";
import { liveThrough, type Story } from "./story.ts";

/** A person of the demo, and how to be them. */
export type DemoGuest = Guest & {
  /** Opens signed in, on the room. */
  readonly link: string;
  readonly origin: string;
  readonly recoveryWords: readonly string[];
};

export type Demo = {
  readonly ada: DemoGuest;
  readonly jonas: DemoGuest;
  readonly story: Story;
  readonly close: () => Promise<void>;
};

/**
 * The production server with two people in a room. Both links work side by side in one browser: it keeps
 * the cookies and the storage of `localhost` and of `127.0.0.1` apart. `port` 0 is any free one.
 */
export async function startDemo(port: number): Promise<Demo> {
  const script = await signInScript();
  const product = await startProduct();
  try {
    const story = await liveThrough(product);
    const { room } = story;
    const who = (path: "ada" | "jonas", called: string) => {
      const { name, password, recoveryWords } = story[path];
      return { path, called, name, password, recoveryWords, room };
    };
    const [ada, jonas] = [who("ada", "Ada"), who("jonas", "Jonas")];
    const front = await openFront({ port, to: product.port, guests: [ada, jonas], script });
    const linked = (guest: typeof ada, host: string): DemoGuest => {
      const origin = `http://${host}:${front.port}`;
      return { ...guest, origin, link: `${origin}/demo/${guest.path}` };
    };
    return {
      ada: linked(ada, "localhost"),
      jonas: linked(jonas, "127.0.0.1"),
      story,
      close: async () => {
        await front.close();
        await product.close();
      },
    };
  } catch (error) {
    await product.close();
    throw error;
  }
}
