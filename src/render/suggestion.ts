/** A mended text as a suggestion: the lines that differ, and what should stand there. */
import { eventMarker } from '../decision/markers.ts';
import type { Suggestion } from '../decision/plan.ts';
import type { ObservedDocument } from '../decision/snapshot.ts';
import type { Write } from '../decision/write.ts';
import { documentUrls } from './document-urls.ts';
import { lineChanges, type LineChange } from './line-changes.ts';
import { markdownLink } from './markdown-link.ts';
import { fnv1a64 } from './report/fnv1a64.ts';

/** Nobody commits more than this one by one. */
const most = 10;

/** What is posted, each under the event that keeps it from being posted twice. */
export interface SuggestedWrite {
  event: string;
  write: Write;
}

/** Review comments that can be committed with a click, or, where the diff does not show the lines, plain comments. */
export function renderSuggestion({ click, document, texts }: Suggestion): SuggestedWrite[] {
  const changes = lineChanges(texts.now.split('\n'), texts.mended.split('\n'));
  return changes.slice(0, most).map((change) => {
    // Which click asked for it, for which document and for which lines.
    const event = `suggestion-${fnv1a64(JSON.stringify([click.id, document.path, change.start]))}`;
    return { event, write: writeOf(change, { document, commit: click.sha, marker: eventMarker(event) }) };
  });
}

interface Place {
  document: ObservedDocument;
  commit: string;
  marker: string;
}

function writeOf(change: LineChange, { document, commit, marker }: Place): Write {
  const { path, diff } = document;
  if (diff.some(({ start, end }) => start <= change.start && change.end <= end)) {
    const body = `${marker}\n${introduction}\n\n${fenced('suggestion', change.lines)}`;
    return { kind: 'create-review-comment', commit, path, startLine: change.start, line: change.end, body };
  }
  const place = markdownLink(`${path}, line ${change.start}`, documentUrls([document])(path, change.start));
  return { kind: 'create-comment', body: `${marker}\n${introduction} It goes to ${place}:\n\n${fenced('markdown', change.lines)}` };
}

const introduction = 'This is what `unpause lint --fix` would add. The placeholders are for you to fill in.';

/** The text of a document may hold fences of its own: the one around it is longer. */
function fenced(info: string, lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${info}`, ...lines.map((line) => line.replace(/\r$/, '')), fence].join('\n');
}
