import { useLocation } from "@remix-run/react";
import { useEffect } from "react";
import { interfaceWords } from "#app/language/languages.ts";
import { useIndex } from "#client/hooks/use-index.ts";
import { isNewer } from "#domain/newer.ts";

const ICON = "/plain.svg";

/** With that preference: a title and an icon in the browser's tab that could be anybody's. */
export function NeutralTab() {
  const { neutralTitle: wanted = false } = useIndex().prefs;
  // Whoever has chosen more than this version knows of has not chosen less.
  const neutralTitle = isNewer(wanted) || wanted;
  const { key } = useLocation();
  // After each navigation, which gives the page its own title again.
  useEffect(() => {
    if (neutralTitle) document.title = interfaceWords("unlocked")("notes");
  }, [neutralTitle, key]);
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    const usual = icon?.href;
    if (!neutralTitle || !icon || !usual) return;
    icon.href = ICON;
    return () => {
      icon.href = usual;
    };
  }, [neutralTitle]);
  return null;
}
