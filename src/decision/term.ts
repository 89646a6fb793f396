/**
 * The terms of the temporary DRI: one person drives the next step for a short while. One term is active at most; its
 * end is moved by its holder alone, and it ends at the moment it was due, whenever somebody looks.
 */
import type { Config } from '../config/schema.ts';
import type { PauseKind } from '../config/schema-pause.ts';
import type { WorkCalendar } from './calendar.ts';
import { nextNumber } from './next-number.ts';
import type { Record, Term, termEndings } from './record-schema.ts';
import { addTime } from './working-time.ts';

export type TermEnding = (typeof termEndings)[number];

/** What a term's length hangs on. */
export interface TermRules {
  calendar: WorkCalendar;
  config: Pick<Config, 'pause'>;
}

/** The term that is going on, if one is. */
export function activeTerm({ terms }: Pick<Record, 'terms'>): Term | null {
  return terms.findLast(({ ended }) => ended === null) ?? null;
}

/** When a term for a step that starts at a moment is due. */
export function dueFor(step: PauseKind, startedAt: string, { calendar, config }: TermRules): Date {
  return addTime(calendar, new Date(startedAt), config.pause.term[step]);
}

/** The latest end that a term can have, by its holder's own activity or by `/dri extend`. */
export function latestEnd({ step, startedAt }: Pick<Term, 'step' | 'startedAt'>, { calendar, config }: TermRules): Date {
  return addTime(calendar, new Date(startedAt), config.pause['max-term'][step]);
}

export type NewTerm = Pick<Term, 'holder' | 'step' | 'scope' | 'how' | 'startedAt' | 'dueAt' | 'source'>;

/** Begins a term. Throws where another one is active: whoever starts one ends that first. */
export function startTerm(record: Record, term: NewTerm, n = nextNumber(record.terms, record.folded.terms)): Record {
  const active = activeTerm(record);
  if (active !== null) throw new Error(`Unexpected active term ${active.n}, expected none when another one begins`);
  return { ...record, terms: [...record.terms, { n, ...term, activeAt: null, ended: null }] };
}

export interface TermEnd {
  at: string;
  how: TermEnding;
  /** Where somebody ended it by a command, and what they said. */
  note?: string | null;
  source?: Term['source'];
}

/** Ends the active term; without one, the record is as it was. */
export function endTerm(record: Record, { at, how, note = null, source = null }: TermEnd): Record {
  return changeActive(record, (term) => ({ ...term, ended: { at, how, note, source } }));
}

/**
 * The holder did something: the term is answered, and lasts as long from now as a term does, up to `max-term` in all.
 * An end that somebody set further off stays. What comes no later than its start is no act within it.
 */
export function touchTerm(record: Record, at: string, rules: TermRules): Record {
  return changeActive(record, (term) => {
    if (Date.parse(at) <= Date.parse(term.startedAt)) return term;
    const fresh = Math.min(dueFor(term.step, at, rules).getTime(), latestEnd(term, rules).getTime());
    return { ...term, activeAt: at, dueAt: new Date(Math.max(fresh, Date.parse(term.dueAt))).toISOString() };
  });
}

/** Sets the end of the active term. */
export function extendTerm(record: Record, dueAt: string): Record {
  return changeActive(record, (term) => ({ ...term, dueAt }));
}

/** Ends the active term at the moment it was due, where that is not after `at`. */
export function runOut(record: Record, at: string): Record {
  const due = activeTerm(record)?.dueAt;
  if (due === undefined || Date.parse(due) > Date.parse(at)) return record;
  return endTerm(record, { at: due, how: 'time' });
}

/** Whether its holder did something visible in it: an act, or a command of their own that ended it. */
export function isAnswered({ activeAt, holder, ended }: Pick<Term, 'activeAt' | 'holder' | 'ended'>): boolean {
  return activeAt !== null || ended?.source?.by === holder.id;
}

function changeActive(record: Record, change: (term: Term) => Term): Record {
  const active = activeTerm(record);
  if (active === null) return record;
  return { ...record, terms: record.terms.map((term) => (term === active ? change(term) : term)) };
}
