import { createElement, Fragment, type ReactNode } from "react";
import type { LetterBody, LetterNode, MarkName } from "#domain/pieces/letter.ts";
import { unreachable } from "#domain/result.ts";
import "./editor.css";

const MARK_TAGS = { bold: "strong", italic: "em" } as const satisfies Record<MarkName, string>;

/**
 * A letter to be read, from checked content: text nodes and plain elements, nothing else. Headings
 * keep their place beneath the title, which the page shows as its own.
 */
export function LetterReader({ body }: { readonly body: LetterBody }) {
  return (
    <div className="letter" dir="auto">
      {children(body.content)}
    </div>
  );
}

const children = (nodes: readonly LetterNode[] = []): ReactNode =>
  nodes.map((node, i) => <Fragment key={i}>{element(node)}</Fragment>);

function element(node: LetterNode): ReactNode {
  switch (node.type) {
    case "text":
      return (node.marks ?? []).reduceRight<ReactNode>(
        (inner, mark) => createElement(MARK_TAGS[mark.type], null, inner),
        node.text,
      );
    case "hardBreak":
      return <br />;
    case "paragraph":
      return <p>{node.content ? children(node.content) : <br />}</p>;
    case "heading":
      return createElement(`h${node.attrs.level}`, null, children(node.content));
    case "bulletList":
      return <ul>{children(node.content)}</ul>;
    case "orderedList":
      return <ol>{children(node.content)}</ol>;
    case "listItem":
      return <li>{children(node.content)}</li>;
    case "blockquote":
      return <blockquote>{children(node.content)}</blockquote>;
    default:
      return unreachable(node);
  }
}
