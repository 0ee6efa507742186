import { describe, expect, it } from "vitest";
import { withoutStyles } from "./pasted.ts";

describe("what is pasted", () => {
  it("P41 comes without styles and handlers, and with its words and tags", () => {
    expect(
      withoutStyles(
        '<p class="a" style="color:red">I <b onclick=\'x()\'>mean</b> <img onerror=alert(1) src=x> it</p>',
      ),
    ).toBe('<p class="a">I <b>mean</b> <img src=x> it</p>');
    expect(withoutStyles('<p>The word style="x" stays</p>')).toBe(
      '<p>The word style="x" stays</p>',
    );
  });

  it("P41 is not bold because a word processor wrapped it", () => {
    expect(
      withoutStyles('<b style="font-weight:normal;" id="docs-internal-guid-1"><p>Words</p></b>'),
    ).toBe("<span><p>Words</p></b>");
  });
});
