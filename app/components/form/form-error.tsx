import { Notice } from "../notice.tsx";

/** What is wrong with a form as a whole; read out when it appears. */
export function FormError({ children }: { children: string | null }) {
  return (
    <div role="alert">
      {children && (
        <Notice tone="alarm">
          <p>{children}</p>
        </Notice>
      )}
    </div>
  );
}
