/** Keeps an unknown address inside the frame, whose boundary answers it. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

export default function NotFound() {
  return null;
}
