/** The words that an entry of the decision log rests on, each with where people read it. */
import type { Citation, Decision, Objection, Reasoned, Record, Source } from '../record-schema.ts';
import type { LogSource } from './entry.ts';

export interface Grounds {
  decision: Decision | null;
  objections: readonly Objection[];
  tensions: Record['tensions'];
  citations: readonly Citation[];
  voices: Record['voices'];
  namedOwner: Record['namedOwner'];
  /** Where the owner had the period begin anew, and said that changes of the text meant the same. */
  amended: Record['amended'];
  editorials: readonly Reasoned[];
}

/** In the order in which they are read: the decision first. */
export function sourcesOf(rfcUrl: string, { decision, objections, tensions, citations, voices, namedOwner, amended, editorials }: Grounds): LogSource[] {
  const named = (of: LogSource['of'], entry: { source: Source } | null | undefined): LogSource[] =>
    entry === null || entry === undefined ? [] : [{ of, source: entry.source, url: sourceUrl(rfcUrl, entry.source) }];
  return [
    ...named('decision', decision),
    ...named('confirmation', decision?.confirmed),
    ...named('reopening', decision?.reopened),
    ...named('outcome', decision?.reviewed),
    ...named('owner', namedOwner),
    ...named('amendment', amended),
    ...editorials.flatMap((editorial) => named('editorial', editorial)),
    ...objections.flatMap((objection) => [...named('objection', objection), ...named('answer', objection.answered), ...named('set-aside', objection.setAside)]),
    ...voices.flatMap((voice) => named('voice', voice)),
    ...citations.flatMap((citation) => named('citation', citation)),
    ...tensions.flatMap((tension) => named('tension', tension)),
  ];
}

/** Where the comment or review stands in which somebody said so, by GitHub's own anchors. */
export function sourceUrl(rfcUrl: string, { in: place, id }: Pick<Source, 'in' | 'id'>): string {
  return `${rfcUrl}#${place === 'comment' ? 'issuecomment' : 'pullrequestreview'}-${id}`;
}
