import { Notice } from "./notice.tsx";

/** Shown while the network is gone. `kept`: what is written is kept on this device meanwhile. */
export function OfflineNotice({ kept }: { kept: boolean }) {
  return (
    <Notice live title="You are offline.">
      {kept
        ? "You can go on writing. It is kept on this device and saved when the network is back."
        : "This is a shared device, so nothing is kept on it. What you write now is not saved until the network is back."}
    </Notice>
  );
}
