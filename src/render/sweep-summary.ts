/** What a sweep did, as Markdown for a job's summary page. */
import { countOf } from './count-of.ts';
import { markdownLink } from './markdown-link.ts';
import { markdownText } from './markdown-text.ts';
import type { SweepReport, SweptRfc } from './sweep-text.ts';

/** A page takes a megabyte; nobody reads more than this. */
const most = 100;

/** Titles are other people's words: nothing in them is markup. */
export function renderSweepSummary({ rfcs, stewards, notes, requests }: SweepReport): string {
  const moved = rfcs.filter(({ effects, reason }) => effects.length > 0 || reason !== null);
  const quiet = rfcs.length - moved.length;
  const lines = moved.slice(0, most).map((rfc) => `- ${nameOf(rfc)}: ${markdownText(rfc.reason ?? rfc.effects.join('; '))}`);
  const rest = moved.length > most ? [`- and ${moved.length - most} more, in the report`] : [];
  const foot = `${countOf(rfcs.length, 'RFC')} looked at with ${countOf(requests, 'request')}${quiet > 0 ? `; at ${quiet} there was nothing to do` : ''}.`;
  return [['## Unpause'], [...lines, ...rest], wholeLines(stewards), [foot], notes.map((note) => `> ${markdownText(note)}`)].filter((part) => part.length > 0).map((part) => part.join('\n')).join('\n\n');
}

function wholeLines(stewards: SweepReport['stewards']): string[] {
  const { effects = [] } = stewards ?? {};
  return effects.length === 0 ? [] : [`- The repository as a whole: ${markdownText(effects.join('; '))}`];
}

function nameOf({ number, title, url }: SweptRfc): string {
  return url === '' ? `#${number}` : markdownLink(`#${number} ${title}`, url);
}
