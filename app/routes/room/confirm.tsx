import { useState, type ReactNode } from "react";
import { Button } from "#components/button.tsx";
import { Dialog } from "#components/dialog.tsx";
import { Notice } from "#components/notice.tsx";
import type { Result } from "#domain/result.ts";
import { sorry } from "./words.ts";

type ConfirmProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What it will do, said before it is done. */
  readonly children: ReactNode;
  readonly yes: string;
  readonly no: string;
  readonly act: () => Promise<Result<unknown>>;
  readonly onDone: () => void | Promise<void>;
};

/** Asks once more before something that stays done. */
export function Confirm({ open, onClose, title, children, yes, no, act, onDone }: ConfirmProps) {
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const close = () => {
    setTrouble(null);
    onClose();
  };
  const run = async () => {
    setPending(true);
    const done = await act();
    if (done.ok) {
      await onDone();
      close();
    } else setTrouble(sorry(done.refusal.code));
    setPending(false);
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={title}
      actions={
        <>
          <Button pending={pending} onClick={() => void run()}>
            {yes}
          </Button>
          <Button look="quiet" onClick={close}>
            {no}
          </Button>
        </>
      }
    >
      {children}
      {trouble && (
        <Notice tone="alarm" live>
          {trouble}
        </Notice>
      )}
    </Dialog>
  );
}
