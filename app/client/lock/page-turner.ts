/** Shows another page of ours without loading it; resolves when it is there. */
export type PageTurner = (path: string) => Promise<void>;

let turner: PageTurner | null = null;

/** The router offers itself. Returns how to take that back. */
export function turnPagesWith(next: PageTurner): () => void {
  turner = next;
  return () => {
    if (turner === next) turner = null;
  };
}

/** False when there is no router yet. */
export async function turnPage(path: string): Promise<boolean> {
  if (!turner) return false;
  await turner(path);
  return true;
}
