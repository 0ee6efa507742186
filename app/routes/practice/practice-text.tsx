import { Link } from "@remix-run/react";
import { Fragment } from "react";
import type { Block, Inline } from "#domain/practices/practice.ts";

/** What a practice says, as elements: no HTML is ever made of it as words. */
export function PracticeText({ body }: { body: readonly Block[] }) {
  return (
    <div className="practice-body">
      {body.map((block, at) => {
        switch (block.is) {
          case "heading":
            return (
              <h2 key={at}>
                <Words of={block.of} />
              </h2>
            );
          case "paragraph":
            return (
              <p key={at}>
                <Words of={block.of} />
              </p>
            );
          case "list": {
            const List = block.ordered ? "ol" : "ul";
            return (
              <List key={at}>
                {block.items.map((item, place) => (
                  <li key={place}>
                    <Words of={item} />
                  </li>
                ))}
              </List>
            );
          }
        }
      })}
    </div>
  );
}

function Words({ of }: { of: readonly Inline[] }) {
  return of.map((one, at) => <Fragment key={at}>{wordOf(one)}</Fragment>);
}

function wordOf(one: Inline) {
  if (typeof one === "string") return one;
  const words = <Words of={one.of} />;
  switch (one.is) {
    case "em":
      return <em>{words}</em>;
    case "strong":
      return <strong>{words}</strong>;
    case "link":
      return one.to.startsWith("/") ? (
        <Link to={one.to} className="link">
          {words}
        </Link>
      ) : (
        <a href={one.to} rel="noreferrer" className="link">
          {words}
        </a>
      );
  }
}
