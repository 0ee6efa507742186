/**
 * Pasted HTML without what the page's content security policy would refuse anyway: style attributes
 * and event handlers. (Whatever else it holds, the editor's schema lets only its own nodes and marks
 * through.) Some word processors wrap everything in a bold element and take the boldness back by a
 * style: that element becomes a plain one.
 */
export function withoutStyles(html: string): string {
  return html
    .replace(/<b(?=\s)[^>]*font-weight:\s*(?:normal|400)[^>]*>/gi, "<span>")
    .replace(/<[a-z][^<>]*>/gi, (tag) =>
      tag.replace(/\s(?:style|on[a-z]+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, ""),
    );
}
