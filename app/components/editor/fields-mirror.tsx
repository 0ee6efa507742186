import { useEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import { MOST_MARKS } from "./mirror-marks.ts";
import { SecondLook, type LookPlace } from "./second-look.tsx";
import { useSecondLook } from "./use-second-look.ts";

/** A second look at the fields within it, all of them one's own. `page` names what of them is in view. */
export function FieldsMirror({
  page = "",
  children,
}: {
  readonly page?: string;
  readonly children: ReactNode;
}) {
  const scope = useRef<HTMLDivElement>(null);
  return (
    <>
      <div ref={scope}>{children}</div>
      <Look key={page} scope={scope} />
    </>
  );
}

type FieldPlace = LookPlace & { readonly field: HTMLTextAreaElement; readonly from: number };

/** Where these words stand now, nearest to where they stood; -1 when they are gone. */
function standing({ field, from, words }: FieldPlace): number {
  if (!field.isConnected) return -1;
  const before = field.value.lastIndexOf(words, from);
  return before === from ? from : Math.max(before, field.value.indexOf(words, from));
}

function Look({ scope }: { readonly scope: RefObject<HTMLDivElement | null> }) {
  const [places, setPlaces] = useState<readonly FieldPlace[]>([]);
  const follow = (changed: () => void) => {
    const fields = scope.current;
    fields?.addEventListener("input", changed);
    return () => fields?.removeEventListener("input", changed);
  };
  const look = useSecondLook({
    take: () => {
      const fields = [...(scope.current?.querySelectorAll("textarea") ?? [])].filter(
        ({ readOnly }) => !readOnly,
      );
      const texts = fields.map(({ value }) => value);
      return {
        texts,
        isStill: () => fields.every((field, i) => field.isConnected && field.value === texts[i]),
        show: (found) =>
          setPlaces(
            fields
              .flatMap((field, i) =>
                (found[i] ?? []).map(({ class: name, start, end }) => ({
                  class: name,
                  words: field.value.slice(start, end),
                  where: field.getAttribute("aria-label") ?? "",
                  field,
                  from: start,
                })),
              )
              .slice(0, MOST_MARKS)
              .map((place, i) => ({ ...place, number: i + 1 })),
          ),
      };
    },
    follow,
  });

  // What was written over is no place any more.
  const any = places.length > 0;
  const latest = useRef(follow);
  useEffect(() => {
    if (!any) return;
    return latest.current(() => setPlaces((now) => now.filter((place) => standing(place) >= 0)));
  }, [any]);

  return (
    <SecondLook
      look={look}
      places={places}
      onGo={(place) => {
        const at = standing(place);
        place.field.focus();
        if (at >= 0) place.field.setSelectionRange(at, at + place.words.length);
      }}
      onPutAway={({ number }) => setPlaces(places.filter((place) => place.number !== number))}
      onClose={() => setPlaces([])}
    />
  );
}
