/** Who said something about the RFC, and when: what counts as an answer of somebody who was asked. */
import { isSpeech, keyOfWords, type Act } from './acts.ts';
import { isActivity, timeOf } from './activity.ts';
import { isAside } from './aside.ts';
import type { Record, Source } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';

export interface Voice {
  /** The person's id. */
  by: number;
  /** In milliseconds. */
  at: number;
  isReview: boolean;
}

/**
 * Reviews that were not dismissed, comments, support, abstention and objections, the earliest first. The record
 * remembers also what was deleted since.
 */
export function voicesOf(snapshot: Snapshot, record: Record): Voice[] {
  const said = wordsIn(snapshot, record).map((act) => ({ by: act.by.id, at: timeOf(act), isReview: act.kind === 'review' }));
  const kept = [...record.voices, ...record.objections].map(({ by, at }) => ({ by: by.id, at: timeOf({ at }), isReview: false }));
  return [...said, ...kept].sort((one, other) => one.at - other.at);
}

/** What people said about the RFC: comments and reviews, the earliest first. */
export function wordsIn({ acts }: Pick<Snapshot, 'acts'>, record: Record): WordsSaid[] {
  const isFormal = formalitiesIn(record);
  return acts.filter(isVoice).filter((act) => isActivity(act) && !(act.kind === 'comment' && isFormal(act)));
}

type WordsSaid = Extract<Act, { kind: 'comment' | 'review' | 'review-comment' }>;

function isVoice(act: Act): act is WordsSaid {
  return act.kind === 'comment' || act.kind === 'review-comment' || (act.kind === 'review' && act.state !== 'dismissed');
}

/**
 * Tells words by which somebody takes or gives back a role, asks for time or help, or how things are: they say nothing
 * about the RFC yet.
 */
export function formalitiesIn(record: Record): (act: Act) => boolean {
  const formal = new Set(formalWords(record).map(keyOfWords));
  return (act) => isAside(act) || (isSpeech(act) && formal.has(keyOfWords({ in: act.kind, id: act.id })));
}

function formalWords({ terms, waits, escalations, namedOwner }: Record): Source[] {
  const endings = terms.flatMap(({ ended }) => (ended?.how === 'passed' || ended?.how === 'released' ? [ended] : []));
  const sources = [...terms, ...endings, ...waits, ...escalations, ...(namedOwner === null ? [] : [namedOwner])].map(({ source }) => source);
  return sources.filter((source) => source !== null);
}
