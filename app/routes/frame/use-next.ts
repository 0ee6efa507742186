import { useSearchParams } from "@remix-run/react";
import { nextPath } from "#client/next-path.ts";

/** Where to go when a page is done: `?next=`, if it is a path of ours. */
export function useNext(otherwise = "/rooms"): string {
  const [params] = useSearchParams();
  return nextPath(params.get("next"), otherwise);
}
