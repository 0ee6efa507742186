import { Notice } from "../notice.tsx";

/** For pages that cannot work without scripts, and why. */
export function NeedsScripts() {
  return (
    <noscript>
      <Notice className="mb-4">
        <p>
          This page needs scripts: your password is turned into a key on this device and never
          leaves it, and only a script can do that.
        </p>
      </Notice>
    </noscript>
  );
}
