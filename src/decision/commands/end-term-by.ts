/** `/dri done [NOTE]` and `/dri release [NOTE]` differ in how the term ended: with its step done, or open. */
import { activeTerm, endTerm, type TermEnding } from '../term.ts';
import type { CommandContext, Outcome, ReadArgs } from './define-command.ts';
import { readWhy } from './read-why.ts';

/** The note, which may be left out. */
export function readNote(rest: string): ReadArgs<string | null> {
  const note = readWhy(rest, { expected: 'a note', example: '' });
  return { ok: true, args: note.ok ? note.args : null };
}

export function endBy(how: TermEnding, note: string | null, { record, speech, source }: CommandContext): Outcome {
  if (activeTerm(record) === null) return { ok: false, refusal: { why: 'no-dri' } };
  return { ok: true, record: endTerm(record, { at: speech.at, how, note, source }) };
}
