/**
 * A record that nobody sealed says only what people's words back: each entry with authority names the comment or review
 * it comes from, its author, and the hash of what was written. What was deleted or rewritten since backs nothing.
 */
import { isSpeech } from './acts.ts';
import { readCallEvent, type CallEvent } from './call-events.ts';
import type { Decision, Escalation, Record, Source, Term } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';

interface Backing {
  hasWords: (source: Source | null) => boolean;
  calls: readonly CallEvent[];
}

/** The record without the entries that nothing backs. */
export function backedRecord(record: Record, snapshot: Pick<Snapshot, 'acts' | 'comments'>): Record {
  const backing = backingIn(snapshot);
  const { hasWords } = backing;
  const isBacked = ({ source }: { source: Source }) => hasWords(source);
  const { namedOwner } = record;
  return {
    ...record,
    namedOwner: namedOwner !== null && isBacked(namedOwner) ? namedOwner : null,
    terms: record.terms.filter((term) => isTermBacked(term, backing)),
    escalations: record.escalations.filter((escalation) => isEscalationBacked(escalation, backing)),
    objections: record.objections.filter(isBacked),
    voices: record.voices.filter(isBacked),
    waits: record.waits.filter(isBacked),
    decisions: record.decisions.filter(isBacked).map((decision) => withBackedChanges(decision, backing)),
    tensions: record.tensions.filter(isBacked),
  };
}

function backingIn({ acts, comments }: Pick<Snapshot, 'acts' | 'comments'>): Backing {
  const words = new Set(acts.filter(isSpeech).map(({ kind, id, by, hash }) => `${kind} ${id} ${by.id} ${hash}`));
  return {
    hasWords: (source) => source !== null && words.has(`${source.in} ${source.id} ${source.by} ${source.hash}`),
    calls: comments.flatMap((comment) => readCallEvent(comment) ?? []),
  };
}

/** Where Unpause asked somebody, its own call tells of it. */
function isTermBacked({ n, holder, how, source }: Term, { hasWords, calls }: Backing): boolean {
  if (how !== 'asked') return hasWords(source);
  return calls.some((call) => call.kind === 'dri' && call.n === n && call.person.id === holder.id);
}

function isEscalationBacked({ n, by, source }: Escalation, { hasWords, calls }: Backing): boolean {
  return by === null ? calls.some((call) => call.kind === 'escalation' && call.n === n) : hasWords(source);
}

function withBackedChanges(decision: Decision, { hasWords }: Backing): Decision {
  const { confirmed, reopened } = decision;
  return {
    ...decision,
    confirmed: confirmed !== null && hasWords(confirmed.source) ? confirmed : null,
    reopened: reopened !== null && hasWords(reopened.source) ? reopened : null,
  };
}
