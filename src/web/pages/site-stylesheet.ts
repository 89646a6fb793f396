/** The stylesheet of the site's pages: light and dark, by keyboard, on narrow screens and on paper. */
export const siteStylesheet = `:root {
  color-scheme: light dark;
  --text: light-dark(#1c2128, #e6edf3);
  --quiet: light-dark(#57606a, #9aa4b0);
  --ground: light-dark(#f4f5f8, #0c1016);
  --card: light-dark(#ffffff, #151a22);
  --inset: light-dark(#f7f8fa, #10151c);
  --line: light-dark(#d5dae1, #313944);
  --accent: light-dark(#4338ca, #a5b4fc);
  --accent-ground: light-dark(#4338ca, #4f46e5);
  --good: light-dark(#157f3c, #4ade80);
  --bad: light-dark(#b3232b, #ff8e86);
  --warn: light-dark(#7d5200, #e3b341);
  --good-ground: light-dark(#e4f6ea, #12281b);
  --bad-ground: light-dark(#fdecec, #321a1c);
  --warn-ground: light-dark(#fff5d9, #2b2413);
  --note-ground: light-dark(#ecedfd, #1d2038);
  --round: 0.75rem;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--ground);
  color: var(--text);
  font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3 { line-height: 1.25; }
h1 { margin: 0; font-size: clamp(1.4rem, 1.1rem + 1.4vw, 1.9rem); letter-spacing: -0.015em; }
h2 { margin: 0 0 0.75rem; font-size: 1.15rem; }
h3 { margin: 1.25rem 0 0.5rem; font-size: 1rem; }
p { margin: 0.5rem 0; }
a { color: var(--accent); text-underline-offset: 0.15em; }
code { padding: 0.1em 0.35em; background: var(--note-ground); border-radius: 0.35em; font-size: 0.875em; }
blockquote { margin: 0.75rem 0; padding: 0.25rem 1rem; background: var(--inset); border-left: 3px solid var(--accent); border-radius: 0 0.4rem 0.4rem 0; }
.quiet { color: var(--quiet); font-weight: 400; }
.lead { margin: -0.5rem 0 0; max-width: 46rem; color: var(--quiet); }
.empty { padding: 1rem 1.25rem; background: var(--card); border: 1px dashed var(--line); border-radius: var(--round); color: var(--quiet); }
.skip { position: absolute; left: 1rem; top: -4rem; z-index: 3; padding: 0.5rem 1rem; background: var(--card); border-radius: 0 0 0.5rem 0.5rem; }
.skip:focus { top: 0; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 0.3rem; }
main:focus { outline: none; }

.bar {
  display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem 1.5rem;
  padding: 0.6rem clamp(0.75rem, 3vw, 2rem);
  background: var(--card);
  border-bottom: 1px solid var(--line);
}
.brand { color: var(--text); font-weight: 700; text-decoration: none; }
.places ul, .choices ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.1rem; margin: 0; padding: 0; list-style: none; }
.places a { display: inline-block; padding: 0.15rem 0; color: var(--text); text-decoration: none; border-bottom: 2px solid transparent; }
.places a:hover { border-bottom-color: var(--line); }
.places a[aria-current] { border-bottom-color: var(--accent); font-weight: 600; }
.account { display: flex; align-items: center; gap: 0.75rem; margin: 0 0 0 auto; }

main { display: grid; gap: 1.25rem; max-width: 62rem; margin: 0 auto; padding: 1.75rem clamp(0.75rem, 3vw, 2rem) 2rem; }
main > * { min-width: 0; }
main > section { padding: 1.25rem clamp(0.9rem, 2.5vw, 1.5rem); background: var(--card); border: 1px solid var(--line); border-radius: var(--round); }
.foot { max-width: 62rem; margin: 0 auto; padding: 0 clamp(0.75rem, 3vw, 2rem) 3rem; font-size: 0.875rem; }

.choices li { padding: 0.15rem 0; }
.choices a[aria-current] { color: var(--text); font-weight: 600; text-decoration: none; }
.rfcs { display: grid; gap: 0.75rem; margin: 0; padding: 0; list-style: none; }
.rfcs > li { padding: 0.8rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: var(--round); }
main > section .rfcs > li { background: var(--inset); }
.rfc { margin: 0; font-weight: 600; }
.facts { margin: 0.25rem 0 0; font-size: 0.925rem; }
.cases { font-size: 0.925rem; }
.result { display: inline-block; padding: 0.05rem 0.6rem; border-radius: 2rem; font-size: 0.85rem; font-weight: 600; background: var(--note-ground); }
.result.accepted { color: var(--good); background: var(--good-ground); }
.result.rejected { color: var(--bad); background: var(--bad-ground); }
.result.merged-without-decision { color: var(--warn); background: var(--warn-ground); }
.answer { font-size: 1.1rem; }
.early { padding: 0.5rem 0.9rem; color: var(--warn); background: var(--warn-ground); border-radius: 0.5rem; }
.voices { columns: 14rem; }
.pager, .formats { font-size: 0.925rem; }

form.search { display: grid; gap: 0.75rem; padding: 1rem 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: var(--round); }
form.search p { margin: 0; }
form.search .choice { display: flex; gap: 0.5rem; align-items: center; margin-top: 0.75rem; }
.choice input { width: auto; }
.choice label { margin: 0; }
.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr)); gap: 0.75rem; margin-top: 0.75rem; }
label { display: block; margin-bottom: 0.2rem; font-size: 0.875rem; font-weight: 600; }
input, select, button { font: inherit; color: inherit; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--inset); }
input, select { width: 100%; min-width: 0; padding: 0.4rem 0.6rem; }
button { padding: 0.4rem 1rem; font-weight: 600; cursor: pointer; }
form.search button { color: #ffffff; background: var(--accent-ground); border-color: transparent; }
summary { cursor: pointer; }

.scroll { overflow-x: auto; }
table { width: 100%; min-width: 40rem; border-collapse: collapse; font-size: 0.925rem; }
th, td { padding: 0.5rem 0.75rem 0.5rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { overflow-wrap: normal; color: var(--quiet); font-size: 0.85rem; font-weight: 600; }
tbody th { font-weight: 600; }

.picture { overflow-x: auto; }
.picture svg { display: block; width: 100%; min-width: 40rem; height: auto; }
.picture text { fill: var(--quiet); font: 12px system-ui, sans-serif; }
.picture .lane-name { fill: var(--text); }
.picture .lane, .picture .grid { stroke: var(--line); stroke-width: 1; }
.picture .grid { stroke-dasharray: 2 4; }
.picture .moment { fill: var(--accent); stroke: var(--card); stroke-width: 2; }
.picture .moment.accept { fill: var(--good); }
.picture .moment.reject { fill: var(--bad); }
.picture .moment.merged, .picture .moment.reopened, .picture .moment.reworded { fill: var(--warn); }
.picture .stretch { fill: var(--accent); opacity: 0.75; }
.picture .stretch.objection { fill: var(--bad); }
.picture .stretch.wait, .picture .stretch.hold { fill: var(--quiet); }
.picture .stretch.escalation { fill: var(--warn); }
.picture .goes-on { stroke: var(--text); stroke-dasharray: 3 3; }
.chart path { fill: none; stroke-width: 2; }
.chart path.series-0 { stroke: var(--accent); }
.chart path.series-1 { stroke: var(--warn); stroke-dasharray: 6 4; }
.chart path.series-2 { stroke: var(--quiet); stroke-dasharray: 2 3; }
.chart circle.series-0, .chart rect.series-0 { fill: var(--accent); }
.chart circle.series-1, .chart rect.series-1 { fill: var(--warn); }
.chart circle.series-2, .chart rect.series-2 { fill: var(--quiet); }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0.25rem 0 0.75rem; padding: 0; list-style: none; font-size: 0.875rem; }
.legend li::before { content: ''; display: inline-block; width: 0.75em; height: 0.75em; margin-right: 0.4em; border-radius: 50%; background: var(--accent); }
.legend .series-1::before { background: var(--warn); }
.legend .series-2::before { background: var(--quiet); }
.story { display: grid; gap: 0.25rem; margin: 1rem 0 0; padding-left: 1.5rem; font-size: 0.925rem; }

@media (max-width: 40rem) {
  .account { margin-left: 0; }
  main { padding-top: 1.25rem; }
}
@media print {
  .bar, .foot, .skip, .pager, .formats, form { display: none; }
  main > section, .rfcs > li { border: 0; padding: 0; }
}
`;
