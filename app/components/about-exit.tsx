/** What "Exit this page" does, and what it cannot do. */
export function AboutExit() {
  return (
    <div className="max-w-measure space-y-3">
      <p>
        <b className="font-semibold">Exit this page</b> empties the page at once, locks everything
        in this browser and shows a page about the weather instead. On a keyboard, pressing Shift
        three times does the same. Going Back does not return here.
      </p>
      <p>
        It does not clear the browser’s history: somebody who looks there can see that you were
        here, though not what you wrote. A private window leaves less behind.
      </p>
    </div>
  );
}
