import sans from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline";
import italic from "@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2?inline";
import serif from "@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2?inline";

/**
 * The look of an exported page: that of the product, in one sheet that needs nothing from anywhere. The
 * colours are those of styles/tokens.css.
 */
const face = (family: string, source: string, style = "normal") => `@font-face {
  font-family: "${family}";
  font-style: ${style};
  font-weight: 200 800;
  src: url(${source}) format("woff2");
}`;

export const DOCUMENT_STYLE = `${face("Newsreader", serif)}
${face("Newsreader", italic, "italic")}
${face("Inter", sans)}
:root {
  color-scheme: light dark;
  --paper: light-dark(#faf6ef, #191820);
  --sheet: light-dark(#fffdf9, #22202a);
  --line: light-dark(#e3d9c8, #37343f);
  --ink: light-dark(#2a2830, #efeae1);
  --ink-soft: light-dark(#5d5866, #b4adba);
  --one: light-dark(#14646e, #7cc5cc);
  --two: light-dark(#a8471f, #eba27f);
  --seam-bright: #d9a62e;
  --alarm: light-dark(#94282c, #ef9a9a);
  --serif: "Newsreader", Georgia, serif;
  --sans: "Inter", system-ui, sans-serif;
}
* { box-sizing: border-box; margin: 0; padding: 0; }
html { background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--sans); }
body { max-width: 46rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; overflow-wrap: break-word; }
h1, h2, h3, h4 { font-family: var(--serif); font-weight: 500; line-height: 1.18; text-wrap: balance; }
h1 { font-size: 2.75rem; letter-spacing: -0.01em; margin: 1.5rem 0 0.4rem; }
h2 { font-size: 2rem; }
h2 + dl { margin-top: 1rem; }
h3 { font-size: 1.5rem; margin: 2.5rem 0 1rem; }
h4 { font-size: 1.4rem; margin: 0.2rem 0 0.8rem; }
a { color: inherit; text-underline-offset: 3px; }
ul.plain { list-style: none; }
.soft { color: var(--ink-soft); font-size: 0.875rem; }
.brand { display: flex; align-items: center; gap: 0.6rem; font: 500 1.1875rem var(--serif); }
.care { border: 1px solid var(--line); border-radius: 14px; padding: 0.9rem 1.2rem; margin: 1.5rem 0; }
.room { border-top: 1px solid var(--line); margin-top: 3.5rem; padding-top: 2rem; }
.sheet {
  background: var(--sheet);
  border: 1px solid var(--line);
  border-radius: 18px;
  padding: 1.5rem clamp(1.1rem, 5vw, 2.25rem) 1.75rem;
  margin-bottom: 1.25rem;
}
.over { display: flex; align-items: center; gap: 0.5rem; color: var(--ink-soft); font-size: 0.875rem; font-weight: 500; }
.over svg { flex: none; }
.fill-one { fill: var(--one); }
.fill-two { fill: var(--two); }
.stroke-seam-bright { stroke: var(--seam-bright); }
.letter, .line { font: 400 1.1875rem/1.65 var(--serif); max-width: 62ch; }
.letter > * + * { margin-top: 0.9rem; }
.letter ul, .letter ol { padding-left: 1.4rem; }
.letter h2 { font-size: 1.5rem; }
.letter h3 { font-size: 1.2rem; margin: 0.9rem 0 0; }
.letter blockquote { border-left: 3px solid var(--line); padding-left: 1rem; }
.letter blockquote > * + * { margin-top: 0.6rem; }
.letter p, .line, h4 { unicode-bidi: plaintext; white-space: pre-wrap; }
.version { border-top: 1px solid var(--line); margin-top: 1.4rem; padding-top: 1.1rem; }
.version > p + * { margin-top: 0.8rem; }
.lines > li + li { border-top: 1px solid var(--line); margin-top: 1.1rem; padding-top: 1.1rem; }
.seam {
  width: 120px;
  height: 3px;
  border-radius: 2px;
  margin: 0.5rem 0;
  background: linear-gradient(90deg, var(--one), var(--seam-bright) 42% 58%, var(--two));
  print-color-adjust: exact;
}
.missing { color: var(--alarm); font-size: 0.875rem; }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; }
caption { text-align: left; }
th { text-align: left; font-weight: 500; color: var(--ink-soft); font-size: 0.875rem; }
th, td { padding: 0.5rem 0.75rem 0.5rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td:first-child { white-space: nowrap; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.3rem 1.25rem; }
dt { color: var(--ink-soft); grid-column: 1; }
dd { grid-column: 2; }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff;
    --sheet: #fff;
    --ink: #000;
    --ink-soft: #444;
  }
  @page { margin: 2cm; }
  html { font-size: 11pt; }
  body { max-width: none; padding: 0; }
  .sheet { border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: 1rem 0; }
  .room { break-before: page; border: 0; }
  h2, h3, h4, .over { break-after: avoid; }
  .lines > li, tr { break-inside: avoid; }
}`;
