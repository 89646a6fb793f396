/** The principles that a decision is made under: advice, for people to weigh, and no part of any conclusion. */
import type { Config } from '../config/schema.ts';
import { compileCitations } from '../lint/read-citations.ts';
import type { Citation, Record } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';

export interface CitedPrinciple {
  /** The id of a principle that the config knows, or somebody's own words. */
  principle: string;
  /** The principle itself, in a sentence; null where the config does not know it. */
  text: string | null;
  /** Null where a document cites it. */
  by: Citation | null;
}

/** Those that the documents cite in their field *Principles* and the config knows, then those of `/cite`; each once. */
export function principlesCited({ documents }: Pick<Snapshot, 'documents'>, { citations }: Pick<Record, 'citations'>, { principles }: Pick<Config, 'principles'>): CitedPrinciple[] {
  const readCitations = compileCitations(principles);
  const texts = new Map(principles.map(({ id, text }) => [id, text]));
  const inDocuments = documents.flatMap(({ result }) => readCitations(result?.fields.principles?.text ?? '').known);
  const cited = [...inDocuments.map((principle) => ({ principle, by: null })), ...citations.map((citation) => ({ principle: citation.principle, by: citation }))];
  const once = new Map<string, CitedPrinciple>();
  for (const { principle, by } of cited) if (!once.has(principle.toLowerCase())) once.set(principle.toLowerCase(), { principle, by, text: texts.get(principle) ?? null });
  return [...once.values()];
}
