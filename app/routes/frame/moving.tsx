import { useNavigation } from "@remix-run/react";

/**
 * A line at the top while the next page is on its way, seen once that takes longer than a blink: whoever
 * pressed something on a slow line is not left to wonder whether it was heard.
 */
export function Moving() {
  const { state } = useNavigation();
  if (state === "idle") return null;
  return (
    <div
      data-moving
      aria-hidden="true"
      className="fixed inset-x-0 top-0 z-30 h-0.5 animate-late bg-one print:hidden"
    />
  );
}
