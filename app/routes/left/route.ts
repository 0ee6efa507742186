import type { LoaderFunctionArgs } from "@remix-run/node";

/**
 * Where "Exit this page" leads: a page that could be anybody's, with no word, mark, colour or script of
 * ours but the one that keeps Back from returning.
 */
export function loader({ context }: LoaderFunctionArgs): Response {
  return new Response(page(context.nonce), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, max-age=3600",
    },
  });
}

const page = (nonce: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <script src="/left.js" nonce="${nonce}"></script>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Clouds and weather</title>
    <link rel="icon" href="data:,">
    <style nonce="${nonce}">
      body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif; color: #222; background: #fff; }
      h1 { font-size: 1.6rem; line-height: 1.2; }
      h2 { font-size: 1.15rem; margin: 1.6rem 0 0; }
      p { margin: 0.5rem 0; }
    </style>
  </head>
  <body>
    <main>
    <h1>Clouds and weather</h1>
    <p>What the sky tells about the hours to come, by the shape and height of its clouds.</p>
    <h2>Cirrus</h2>
    <p>Thin white strands, very high, made of ice. Alone they mean fair weather; thickening from the west they often come a day before rain.</p>
    <h2>Cumulus</h2>
    <p>Heaps with a flat base and a round top. Small ones in the afternoon are clouds of fine weather. When they grow taller than they are wide, showers follow.</p>
    <h2>Stratus</h2>
    <p>A low grey sheet without a shape, like fog that does not touch the ground. It may drizzle, and it often clears towards noon.</p>
    <h2>Altocumulus</h2>
    <p>Rows of small rolls at middle height. On a warm and humid morning they can announce thunder later in the day.</p>
    <h2>Nimbostratus</h2>
    <p>A dark, even layer that hides the sun. Steady rain or snow for several hours.</p>
    <h2>Cumulonimbus</h2>
    <p>A tower with a top spread out like an anvil. Heavy rain, gusts, hail and lightning.</p>
    </main>
  </body>
</html>
`;
