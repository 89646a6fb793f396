/** The stylesheet of the demo's page: its frame here, what threads are made of in `stylesheet-thread`. */
import { threadStyles } from './stylesheet-thread.ts';

const frameStyles = `:root {
  color-scheme: light dark;
  --text: light-dark(#1c2128, #e6edf3);
  --quiet: light-dark(#57606a, #9aa4b0);
  --ground: light-dark(#f4f5f8, #0c1016);
  --card: light-dark(#ffffff, #151a22);
  --inset: light-dark(#f7f8fa, #10151c);
  --line: light-dark(#d5dae1, #313944);
  --soft: light-dark(#e8ebf0, #222933);
  --accent: light-dark(#4338ca, #a5b4fc);
  --accent-ground: light-dark(#4338ca, #4f46e5);
  --good: light-dark(#157f3c, #4ade80);
  --bad: light-dark(#c2252d, #ff8e86);
  --warn: light-dark(#8a5a00, #e3b341);
  --good-ground: light-dark(#e4f6ea, #12281b);
  --bad-ground: light-dark(#fdecec, #321a1c);
  --warn-ground: light-dark(#fff5d9, #2b2413);
  --note-ground: light-dark(#ecedfd, #1d2038);
  --mark: light-dark(#ffd7d5, #6b2326);
  --shadow: light-dark(0 1px 2px rgb(27 31 36 / 8%), none);
  --round: 0.75rem;
  --mono: ui-monospace, 'SF Mono', SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace;
}
* { box-sizing: border-box; }
html { scroll-padding-top: 4.5rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--ground);
  color: var(--text);
  font: 0.9375rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3 { line-height: 1.25; margin: 0; }
h1 { font-size: clamp(1.4rem, 1.1rem + 1.4vw, 1.9rem); letter-spacing: -0.015em; }
h2 { font-size: 0.95rem; }
h3 { font-size: 0.9375rem; font-weight: 600; }
p { margin: 0.5rem 0; }
ul, ol { margin: 0; padding: 0; list-style: none; }
a { color: var(--accent); text-underline-offset: 0.15em; }
code { font: 0.86em/1.5 var(--mono); padding: 0.1em 0.35em; background: var(--soft); border-radius: 0.35em; }
.quiet { color: var(--quiet); font-weight: 400; }
.hint { font-size: 0.85rem; }
.unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; z-index: 3; padding: 0.5rem 1rem; background: var(--card); border-radius: 0 0 0.5rem 0.5rem; }
.skip:focus { top: 0; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 0.3rem; }
main:focus { outline: none; }

.bar {
  position: sticky; top: 0; z-index: 2;
  display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem 1.25rem;
  padding: 0.5rem clamp(0.75rem, 3vw, 2rem);
  background: var(--card);
  border-bottom: 1px solid var(--line);
}
.brand { display: flex; align-items: center; gap: 0.5rem; color: var(--text); font-weight: 700; text-decoration: none; }
.brand svg { color: var(--accent); width: 1.4rem; height: 1.4rem; }
.state { margin: 0; display: flex; align-items: center; gap: 0.5rem; color: var(--quiet); font-size: 0.85rem; }
.to-clock { display: none; }
.dot { width: 0.55rem; height: 0.55rem; border-radius: 50%; background: var(--good); }
.dot.busy { background: var(--warn); animation: pulse 0.9s ease-in-out infinite alternate; }
@keyframes pulse { to { opacity: 0.3; } }
.person { display: flex; align-items: center; gap: 0.5rem; margin-left: auto; font-size: 0.85rem; }
.has-script [data-at-once] button { display: none; }

.page {
  display: grid; grid-template-columns: minmax(0, 1fr) 18rem; gap: 1.5rem; align-items: start;
  max-width: 76rem; margin: 0 auto;
  padding: 1.5rem clamp(0.75rem, 3vw, 2rem) 4rem;
}
main { display: grid; gap: 1.25rem; min-width: 0; }
main > *, .list, .card { min-width: 0; }
aside { display: grid; gap: 1.25rem; position: sticky; top: 4.5rem; font-size: 0.875rem; }
.card, .panel { background: var(--card); border: 1px solid var(--line); border-radius: var(--round); box-shadow: var(--shadow); }
.panel { padding: 0.9rem 1rem; }
.panel h2, .card > h2 { font-size: 0.8rem; letter-spacing: 0.02em; color: var(--quiet); }
.card > h2 { padding: 0.75rem 1rem; border-bottom: 1px solid var(--line); color: var(--text); font-size: 0.9rem; }
.row { display: flex; flex-wrap: wrap; gap: 0.5rem; }
#clock-form { gap: 0.4rem; }
#clock-form button { flex: 1 0 auto; padding: 0.35rem 0.4rem; font-size: 0.8rem; white-space: nowrap; }
#clock-form #turn-working-day { flex-basis: 100%; }
.tries { counter-reset: try; display: grid; gap: 0.6rem; margin-top: 0.6rem; }
.tries li { counter-increment: try; padding-left: 1.6rem; position: relative; }
.tries li::before { content: counter(try); position: absolute; left: 0; color: var(--quiet); font-variant-numeric: tabular-nums; }
.journal { margin-top: 0.5rem; display: grid; gap: 0.35rem; }
.journal .where { color: var(--quiet); font: 0.8rem/1.4 var(--mono); }
.lead { max-width: 44rem; color: var(--quiet); font-size: 1rem; }

button, select, textarea { font: inherit; color: inherit; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--card); }
button { padding: 0.35rem 0.8rem; font-weight: 600; font-size: 0.875rem; cursor: pointer; background: var(--inset); }
button:hover { border-color: var(--quiet); }
button.plain { font-weight: 500; background: transparent; }
button.primary { color: #ffffff; background: var(--accent-ground); border-color: transparent; }
button.small, select { padding: 0.25rem 0.5rem; }
textarea { width: 100%; padding: 0.6rem 0.75rem; background: var(--inset); resize: vertical; }
label { font-weight: 600; }

.label, .pill { display: inline-block; padding: 0.05rem 0.6rem; border: 1px solid transparent; border-radius: 2rem; font-size: 0.78rem; font-weight: 600; white-space: nowrap; vertical-align: 0.08em; }
.label.rfc { color: var(--good); background: var(--good-ground); border-color: light-dark(#bfe5cc, #23502f); }
.label.needs-owner { color: var(--warn); background: var(--warn-ground); border-color: light-dark(#eed794, #4f411a); }
.label.other { color: var(--quiet); background: var(--soft); border-color: var(--line); }
.pill { padding: 0.12rem 0.7rem; }
.pill.open { color: #ffffff; background: light-dark(#157f3c, #1f7a40); }
.pill.draft { color: var(--text); background: var(--soft); border-color: var(--line); }
.pill.merged { color: #ffffff; background: light-dark(#6d3fc4, #7c4fd0); }
.pill.closed { color: #ffffff; background: light-dark(#c2252d, #b3383e); }

@media (max-width: 60rem) {
  .page { grid-template-columns: minmax(0, 1fr); }
  aside { position: static; }
  .to-clock { display: inline; }
}
@media (max-width: 36rem) {
  .bar { gap: 0.25rem 0.5rem; }
  .state { order: 3; width: 100%; font-size: 0.8rem; }
  .brand .where { display: none; }
  .person { gap: 0.3rem; }
  .person label { font-weight: 400; }
  .page { padding-top: 1rem; }
}
@media (prefers-reduced-motion: reduce) {
  *, *::before { animation: none !important; scroll-behavior: auto !important; }
}
@media (prefers-reduced-motion: no-preference) {
  html { scroll-behavior: smooth; }
}
`;

export const stylesheet = frameStyles + threadStyles;
