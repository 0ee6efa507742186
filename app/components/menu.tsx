import { useEffect, useRef, type ReactNode } from "react";
import { buttonClasses, type ButtonLook } from "./button.tsx";
import { classes } from "./classes.ts";

/**
 * Acts behind one button. A disclosure and not an ARIA menu: inside are plain links and buttons
 * (`menuItem` gives their classes), reached by Tab. Escape, a press outside and choosing close it.
 */
export function Menu({
  label,
  look = "plain",
  wide = false,
  side = "start",
  children,
}: {
  label: ReactNode;
  look?: ButtonLook;
  wide?: boolean;
  /** Which edge of the button the panel keeps to. */
  side?: "start" | "end";
  children: ReactNode;
}) {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const details = ref.current;
    if (!details) return;
    const close = () => details.removeAttribute("open");
    const onPointerDown = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && details.contains(target))) close();
    };
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key !== "Escape" || !details.open) return;
      close();
      details.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", onPointerDown);
    details.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("pointerdown", onPointerDown);
      details.removeEventListener("keydown", onKeyDown);
    };
  }, []);
  return (
    <details ref={ref} className={classes("relative", wide && "w-full")}>
      <summary className={classes("menu-summary", buttonClasses(look, wide))}>{label}</summary>
      <div
        className={classes(
          "absolute z-10 mt-1.5 min-w-56 rounded-card border border-edge bg-sheet p-1.5 shadow-lift",
          wide && "w-full",
          side === "end" ? "right-0" : "left-0",
        )}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest("a, button")) {
            ref.current?.removeAttribute("open");
          }
        }}
      >
        {children}
      </div>
    </details>
  );
}

/** The classes of a link or button inside a {@link Menu}. */
export const menuItem =
  "flex min-h-target w-full items-center rounded-control px-3.5 py-2 text-left hover:bg-sunk";
