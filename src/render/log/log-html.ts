/** The decision log as static HTML pages: an index, a page for each decision, and one for the principles. No script, light and dark, all text escaped. */
import type { LogEntry } from '../../decision/log/entry.ts';
import type { PrincipleReview } from '../../decision/stewards/principle-reviews.ts';
import { dayOf } from '../../decision/zone-days.ts';
import { xmlText as htmlText } from '../xml-text.ts';
import { factsOf, personName, resultWords, type Fact, type FactItem } from './log-facts.ts';
import type { LogHead } from './log-writer.ts';
import { reviewWords } from './review-words.ts';

/** So many decisions stand on one page of the index. */
export const indexPageSize = 200;

export const stylesheetName = 'style.css';

export const principlesPath = 'principles.html';

/** The page of a decision, within the site. */
export function decisionPath({ number, n }: Pick<LogEntry, 'number' | 'n'>): string {
  return `decisions/${number}-${n}.html`;
}

/** A page of the index, within the site; they count from 0. */
export function indexPath(page: number): string {
  return page === 0 ? 'index.html' : `index-${page + 1}.html`;
}

export interface IndexPage {
  head: LogHead;
  entries: readonly LogEntry[];
  page: number;
  hasNext: boolean;
}

export function renderIndex({ head, entries, page, hasNext }: IndexPage): string {
  const items = entries.map(
    (entry) => `<li><a href="${decisionPath(entry)}">${htmlText(entry.question) || '(no title)'}</a>
<p><span class="result ${entry.result}">${htmlText(resultWords(entry))}</span> ${htmlText(`${dayOf(entry.at)}${entry.by === null ? '' : ` by ${personName(entry.by)}`}${entry.domain === null ? '' : ` in ${entry.domain}`}`)}</p></li>`,
  );
  const earlier = page === 0 ? '' : `<a rel="prev" href="${indexPath(page - 1)}">Newer</a>`;
  const later = hasNext ? `<a rel="next" href="${indexPath(page + 1)}">Older</a>` : '';
  const body = `<h1>Decisions: ${htmlText(head.name)}</h1>
<p><a href="${principlesPath}">Questions about principles</a></p>
${items.length === 0 ? '<p>No decision has been recorded yet.</p>' : `<ol class="decisions">\n${items.join('\n')}\n</ol>`}
${earlier === '' && later === '' ? '' : `<nav aria-label="Pages">${earlier} ${later}</nav>`}`;
  return renderPage({ title: `Decisions: ${head.name}`, root: '', body });
}

export function renderDecision(head: LogHead, entry: LogEntry): string {
  const body = `<nav aria-label="The log"><a href="../index.html">All decisions of ${htmlText(head.name)}</a></nav>
${entryHtml(entry)}`;
  return renderPage({ title: `${entry.question} · ${head.name}`, root: '../', body });
}

/** How the principles were questioned, and what came of it. */
export function renderReviews(head: LogHead, reviews: readonly PrincipleReview[]): string {
  const items = reviews.map((review) => `<li>${itemHtml({ text: `Does “${review.principle}” still fit?`, url: review.url })}\n<p>Was ${htmlText(reviewWords(review))}.</p></li>`);
  const body = `<nav aria-label="The log"><a href="index.html">All decisions of ${htmlText(head.name)}</a></nav>
<h1>Questions about principles: ${htmlText(head.name)}</h1>
${items.length === 0 ? '<p>No principle has been questioned yet.</p>' : `<ol class="decisions">\n${items.join('\n')}\n</ol>`}`;
  return renderPage({ title: `Questions about principles: ${head.name}`, root: '', body });
}

/** The decision alone, for a page or a feed. */
export function entryHtml(entry: LogEntry): string {
  return `<article>
<h1>${htmlText(entry.question) || '(no title)'}</h1>
${entry.context === '' ? '' : `<blockquote><p>${htmlText(entry.context)}</p></blockquote>\n`}<dl>
${factsOf(entry).map(factHtml).join('\n')}
</dl>
</article>
`;
}

function factHtml({ label, items }: Fact): string {
  return `<dt>${htmlText(label)}</dt>\n${items.map((item) => `<dd>${itemHtml(item)}</dd>`).join('\n')}`;
}

/** An address that is no web address leads nowhere. */
function itemHtml({ text, url }: FactItem): string {
  return url !== null && /^https?:\/\//i.test(url) ? `<a href="${htmlText(url)}">${htmlText(text)}</a>` : htmlText(text);
}

function renderPage({ title, root, body }: { title: string; root: string; body: string }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${htmlText(title)}</title>
<link rel="stylesheet" href="${root}${stylesheetName}">
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

export const siteStyles = `:root {
  color-scheme: light dark;
  --text: light-dark(#1c2128, #e6edf3);
  --quiet: light-dark(#57606a, #9aa4b0);
  --ground: light-dark(#f4f5f8, #0c1016);
  --card: light-dark(#ffffff, #151a22);
  --line: light-dark(#d5dae1, #313944);
  --accent: light-dark(#4338ca, #a5b4fc);
  --good: light-dark(#157f3c, #4ade80);
  --bad: light-dark(#c2252d, #ff8e86);
  --warn: light-dark(#8a5a00, #e3b341);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; overflow-wrap: anywhere; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2rem) 4rem; }
h1 { font-size: clamp(1.4rem, 1.1rem + 1.4vw, 1.9rem); line-height: 1.25; margin: 1rem 0; }
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 0.3rem; }
.decisions { list-style: none; margin: 0; padding: 0; }
.decisions li { background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem; padding: 0.75rem 1rem; margin: 0 0 0.75rem; }
.decisions p { margin: 0.25rem 0 0; color: var(--quiet); font-size: 0.9rem; }
.result { font-weight: 600; }
.accepted { color: var(--good); }
.rejected { color: var(--bad); }
.deferred, .merged-without-decision { color: var(--warn); }
blockquote { margin: 1rem 0; padding: 0 1rem; border-left: 3px solid var(--line); color: var(--quiet); }
dl { margin: 1rem 0; background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem; padding: 0.5rem 1rem 1rem; }
dt { font-weight: 600; margin-top: 0.75rem; }
dd { margin: 0.15rem 0 0; }
@media print { body { background: none; } }
`;
