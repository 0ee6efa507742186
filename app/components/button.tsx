import { Link, type LinkProps } from "@remix-run/react";
import { forwardRef, type ButtonHTMLAttributes } from "react";
import { classes } from "./classes.ts";

/**
 * `primary`: the one act that this page is for, at most once on a page and never among choices that
 * must weigh the same. `plain`: every other act. `quiet`: an act that steps back. `exit`: leaving only.
 */
export type ButtonLook = "primary" | "plain" | "quiet" | "exit";

const LOOKS: Record<ButtonLook, string> = {
  primary: "border-one bg-one text-on-one hover:border-one-deep hover:bg-one-deep",
  plain: "border-edge bg-sheet text-ink hover:bg-sunk hover:border-ink-soft",
  quiet:
    "border-transparent text-ink-soft px-2.5! hover:text-ink hover:underline underline-offset-4 forced-colors:border-[ButtonBorder]",
  exit: "border-exit bg-exit text-on-exit hover:border-exit-deep hover:bg-exit-deep",
};

/** The classes of a button, for what must look like one and is none of the components below. */
export function buttonClasses(look: ButtonLook, wide = false, className?: string): string {
  return classes(
    "inline-flex min-h-target max-w-full shrink-0 items-center justify-center gap-2 rounded-full border px-[1.1rem] py-2 text-center text-button leading-tight font-medium select-none print:hidden",
    "disabled:cursor-default disabled:opacity-55 aria-disabled:cursor-default aria-disabled:opacity-55",
    LOOKS[look],
    wide && "w-full",
    className,
  );
}

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: ButtonLook;
  /** Takes the whole width there is. */
  wide?: boolean;
  /**
   * The act is under way: the button keeps its focus and its place and does nothing. Its words should
   * say what happens ("Signing in").
   */
  pending?: boolean;
};

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { look = "plain", wide, pending = false, className, type = "button", onClick, ...rest },
  ref,
) {
  return (
    <button
      ref={ref}
      type={type}
      aria-disabled={pending || undefined}
      className={buttonClasses(look, wide, className)}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else onClick?.(event);
      }}
      {...rest}
    />
  );
});

export type ButtonLinkProps = LinkProps & { look?: ButtonLook; wide?: boolean };

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export const ButtonLink = forwardRef<HTMLAnchorElement, ButtonLinkProps>(function ButtonLink(
  { look = "plain", wide, className, ...rest },
  ref,
) {
  return <Link ref={ref} className={buttonClasses(look, wide, className)} {...rest} />;
});
