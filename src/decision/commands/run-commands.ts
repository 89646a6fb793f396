/** Runs what somebody wrote: the commands of one comment or review, in order, each on the record that the one before left. */
import type { Config } from '../../config/schema.ts';
import type { PauseKind } from '../../config/schema-pause.ts';
import type { Speech } from '../acts.ts';
import { asOf } from '../as-of.ts';
import { allowedFor, leaveFor } from '../members.ts';
import type { Record, Source } from '../record-schema.ts';
import type { Snapshot } from '../snapshot.ts';
import { activeTerm } from '../term.ts';
import type { AwayChange, Command, CommandContext, Outcome, Recall } from './define-command.ts';
import { findCommands, type Typed } from './find-commands.ts';
import { meaningOf, type Meaning } from './registry.ts';
import type { Answer, Refusal } from './verdict.ts';

/** How many commands of a comment are run. */
export const mostCommands = 20;

export interface Place {
  snapshot: Snapshot;
  config: Config;
  /** As it was when the comment was written, terms that had run out by then ended. */
  record: Record;
  /** What the RFC waited for then. */
  step: PauseKind;
  recall?: Recall;
}

export interface Ran {
  record: Record;
  /** One for each command, in order; empty where the comment holds none. */
  answers: readonly Answer[];
  aways: readonly AwayChange[];
}

interface Line {
  typed: Typed;
  meaning: Exclude<Meaning, { kind: 'none' }>;
}

/** What in a text is meant for Unpause. */
export function linesFor(body: string): Line[] {
  return findCommands(body).flatMap((typed) => {
    const meaning = meaningOf(typed);
    return meaning.kind === 'none' ? [] : [{ typed, meaning }];
  });
}

/** Bots run nothing. Nor does a comment that was edited before it was read: somebody else may have written it. */
export function runCommands(speech: Speech, place: Place): Ran {
  const nothing: Ran = { record: place.record, answers: [], aways: [] };
  if (speech.by.isBot || speech.isOwn) return nothing;
  const lines = linesFor(speech.body).filter(({ meaning }) => meaning.kind === 'near' || !isSwitchedOff(meaning.command, place.config));
  const [first] = lines;
  if (first === undefined) return nothing;
  if (speech.isEdited) return { ...nothing, answers: lines.some(({ meaning }) => meaning.kind === 'command') ? [refused(first.typed, { why: 'edited' })] : [] };
  const ran = runLines(lines.slice(0, mostCommands), speech, { ...place, snapshot: asOf(speech, place.snapshot) });
  const next = lines[mostCommands];
  return next === undefined ? ran : { ...ran, answers: [...ran.answers, refused(next.typed, { why: 'too-many', limit: mostCommands })] };
}

/** A command that nobody may use is not Unpause's: `/hold` may be another bot's here. */
function isSwitchedOff({ permission }: Command, { commands }: Config): boolean {
  return permission !== null && commands[permission].every((who) => who === 'nobody');
}

function runLines(lines: readonly Line[], speech: Speech, place: Place): Ran {
  const source: Source = { in: speech.kind, id: speech.id, by: speech.by.id, hash: speech.hash };
  let { record } = place;
  const answers: Answer[] = [];
  const aways: AwayChange[] = [];
  for (const { typed, meaning } of lines) {
    const outcome = runLine(meaning, { ...place, record, speech, source });
    answers.push(answerTo(typed, outcome));
    if (!outcome.ok) continue;
    record = outcome.record;
    if (outcome.away !== undefined) aways.push(outcome.away);
  }
  return { record, answers, aways };
}

function runLine(meaning: Line['meaning'], context: CommandContext): Outcome {
  if (meaning.kind === 'near') return { ok: false, refusal: { why: 'unknown', nearest: meaning.nearest } };
  const refusal = whyNot(meaning.command, context);
  return refusal === null ? meaning.command.carryOut(meaning.rest, context) : { ok: false, refusal };
}

function whyNot({ name, permission, whenClosed }: Command, context: CommandContext): Refusal | null {
  if (!whenClosed && !context.snapshot.rfc.isOpen) return { why: 'closed' };
  if (permission === null) return null;
  const leave = leaveFor(permission, context.speech.by, context);
  if (leave === 'given') return null;
  const who = allowedFor(permission, context.config);
  // Nobody can be what nobody is: who may would be no help.
  if (name.startsWith('dri ') && who.includes('dri') && activeTerm(context.record) === null) return { why: 'no-dri' };
  return { why: leave === 'refused' ? 'not-allowed' : 'rights-unknown', who };
}

function refused({ line }: Typed, refusal: Refusal): Answer {
  return { typed: line, verdict: { kind: 'refused', refusal }, wants: null };
}

function answerTo(typed: Typed, outcome: Outcome): Answer {
  if (!outcome.ok) return refused(typed, outcome.refusal);
  return { typed: typed.line, verdict: { kind: 'done', remarks: outcome.remarks ?? [] }, wants: outcome.wants ?? null };
}
