/** The mark: two halves, and the seam between them. It always stands beside words. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden="true" className="shrink-0">
      <path d="M10 2a9 9 0 0 0 0 18z" className="fill-one" />
      <path d="M12 2a9 9 0 0 1 0 18z" className="fill-two" />
      <path d="M11 1v20" className="stroke-seam-bright" strokeWidth="1.6" />
    </svg>
  );
}
