/**
 * Empties the page, at once and synchronously: whoever looks over a shoulder sees nothing while the
 * rest is still being done. Returns how to bring the body back, for a page that stays and has
 * meanwhile drawn something else into it.
 */
export function blank(): () => void {
  const { body } = document;
  body.remove();
  document.title = "";
  return () => {
    if (!document.body) document.documentElement.append(body);
  };
}
