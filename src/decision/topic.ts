/** What an RFC is about, in a word that others use too: by it, what was decided before is found again. */
import type { Config } from '../config/schema.ts';
import { foldLabel } from '../lint/label.ts';
import { isPlaceholder } from '../lint/placeholder.ts';
import { cutQuote } from './quote.ts';
import type { Snapshot } from './snapshot.ts';

/** The topic that a document names, as the config writes it where it knows it; the first of several. Null without one. */
export function topicOf({ documents }: Pick<Snapshot, 'documents'>, { domains }: Pick<Config, 'domains'>): string | null {
  const texts = documents.map(({ result }) => result?.fields.topic?.text ?? '');
  const said = texts.find((text) => text.trim() !== '' && !isPlaceholder(text));
  if (said === undefined) return null;
  const topic = cutQuote(said);
  const known = Object.values(domains).flatMap(({ topics }) => topics);
  return known.find((one) => isSameTopic(one, topic)) ?? topic;
}

/** Topics are the same whatever their case and their white space. */
export function isSameTopic(one: string, other: string): boolean {
  return foldLabel(one) === foldLabel(other);
}
