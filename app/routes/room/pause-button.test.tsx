import { beforeEach, describe, expect, it, vi } from "vitest";
import { RoomContext, type InRoom } from "#client/hooks/use-room.ts";
import type { ButtonProps } from "#components/button.tsx";
import type { PauseView } from "#domain/room-view.ts";
import { inHtml } from "#tests/support/in-html.tsx";
import { PauseButton } from "./pause-button.tsx";

const { actOnRoom, pressed } = vi.hoisted(() => ({
  actOnRoom: vi.fn(async () => ({ ok: true }) as { ok: boolean; refusal?: { code: string } }),
  pressed: [] as { onClick?: ((event: { detail: number }) => void) | undefined }[],
}));
vi.mock("#client/rooms/acts.ts", () => ({ actOnRoom }));
vi.mock("@remix-run/react", () => ({ Link: () => null }));
// Each button of the page, in their order, so that they can be pressed here.
vi.mock("#components/button.tsx", () => ({
  Button: ({ children, onClick }: ButtonProps) => {
    pressed.push({ onClick: onClick as unknown as (event: { detail: number }) => void });
    return <button>{children}</button>;
  },
}));

const focus = vi.fn();
const refresh = vi.fn(async () => undefined);
const NOT_PAUSED: PauseView = {
  paused: false,
  mine: null,
  left: null,
  long: false,
  mayClose: false,
  closed: false,
};

beforeEach(() => {
  pressed.length = 0;
  for (const one of [actOnRoom, focus, refresh]) one.mockClear();
  vi.stubGlobal("document", {
    documentElement: { lang: "en" },
    getElementById: (id: string) => (id === "main" ? { focus } : null),
  });
});

/** What the buttons say, as a screen reader reads it. */
function buttons(pause: Partial<PauseView> = {}): readonly string[] {
  const scene = { petname: "Ben", view: { pause: { ...NOT_PAUSED, ...pause } } };
  const inRoom = { room: "room", scene, refresh } as unknown as InRoom;
  const { Provider } = RoomContext;
  const html = inHtml(
    <Provider value={inRoom}>
      <PauseButton />
    </Provider>,
  );
  return [...html.matchAll(/<button>(.*?)<\/button>/g)].map(([, words]) =>
    (words ?? "").replace(/<[^>]*>/g, ""),
  );
}

/** Presses the n-th of them, and lets what it began come to its end. */
async function press(n: number, detail = 1): Promise<void> {
  pressed[n]?.onClick?.({ detail });
  await new Promise((resolve) => setImmediate(resolve));
}

const inTwenty = [undefined, "room", { kind: "pause", minutes: 20 }];

describe("pausing a room", () => {
  it("R8 takes one press for twenty minutes, which asks nothing", async () => {
    expect(buttons()).toEqual(["Pause", "Pause for twenty minutes"]);
    await press(1);
    expect(actOnRoom.mock.calls).toEqual([inTwenty]);
    expect(refresh).toHaveBeenCalledOnce();
    expect(focus, "what was pressed is gone").toHaveBeenCalledOnce();
  });

  it("asks first for how long, by the other button", async () => {
    buttons();
    await press(0);
    expect(actOnRoom).not.toHaveBeenCalled();
  });

  it("stays where it is when it fails", async () => {
    actOnRoom.mockResolvedValueOnce({ ok: false, refusal: { code: "offline" } });
    buttons();
    await press(1);
    expect(actOnRoom).toHaveBeenCalledOnce();
    expect(refresh).not.toHaveBeenCalled();
    expect(focus).not.toHaveBeenCalled();
  });

  it("can be begun in the other's pause, and is ended by one press, not by the second of two", async () => {
    expect(buttons({ paused: true })).toHaveLength(2);
    pressed.length = 0;
    expect(buttons({ paused: true, mine: { until: null } })).toEqual(["End the pause"]);
    await press(0, 2);
    expect(actOnRoom).not.toHaveBeenCalled();
    await press(0);
    expect(actOnRoom.mock.calls).toEqual([[undefined, "room", { kind: "resume" }]]);
  });
});
