import { useEffect, useRef } from "react";
import { AccountPage } from "#components/account-page.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";

/** Shown once, after signing up: the whole name, to be written down. */
export function NewName({ name, next }: { name: string; next: string }) {
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <AccountPage title="Your name here">
      <div ref={heading} tabIndex={-1} role="status">
        <p className="rounded-card border border-edge bg-paper px-5 py-4 text-center font-serif text-2xl tracking-wide break-all select-all">
          {name}
        </p>
      </div>
      <div className="mt-5 space-y-4">
        <p>
          You need it, with your password, to sign in on another device. Write it down, in a place
          that only you look at.
        </p>
        <Notice>
          <p>
            We cannot send it to you, and we cannot give you a new password: nobody but you can open
            what you write. As soon as there is something worth keeping, you will be shown twelve
            words that bring everything back.
          </p>
        </Notice>
        <ButtonLink look="primary" to={next} replace wide>
          I have written it down
        </ButtonLink>
      </div>
    </AccountPage>
  );
}
