import { useLocation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

/**
 * What a browser does when it loads a page, for those that are shown without loading: the title is read
 * out, and the keyboard starts at the text, unless the page has put it somewhere itself.
 */
export function Arrival() {
  const { pathname, key } = useLocation();
  const shown = useRef(pathname);
  const [title, setTitle] = useState("");
  // For who drives a browser: which page of the history is drawn. The address changes a moment earlier.
  useEffect(() => {
    document.documentElement.dataset.page = key;
  }, [key]);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    setTitle(document.title);
    const focused = document.activeElement;
    if (!focused || focused === document.body) {
      document.getElementById("main")?.focus({ preventScroll: true });
    }
  }, [pathname]);
  return (
    <p role="status" className="sr-only">
      {title}
    </p>
  );
}
