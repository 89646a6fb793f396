/** `/escalate [to @user] WHY`: asks the next person on the agreed path to help decide. */
import { absenceOf, hasNamedNext, nextOnPath, openEscalation } from '../escalation.ts';
import { rolesOf } from '../members.ts';
import { nextNumber } from '../next-number.ts';
import { ownersOf } from '../owner.ts';
import { personOf } from '../people.ts';
import type { Escalation, Record } from '../record-schema.ts';
import type { Account } from '../snapshot.ts';
import { defineCommand, type CommandContext, type Outcome, type ReadArgs } from './define-command.ts';
import { readPerson } from './read-person.ts';
import { readWhy } from './read-why.ts';
import type { Refusal, Remark } from './verdict.ts';
import { speakerOf } from './speaker.ts';

interface Args {
  to: Account | null;
  why: string;
}

const example = '/escalate We need a decision on the key length before Friday.';

/** One request is open at a time; another `/escalate` asks the next person without waiting for the one before. */
export const escalate = defineCommand<Args>({
  name: 'escalate',
  permission: 'escalate',
  usage: '/escalate [to @user] WHY',
  help: 'Ask for help to decide and move on: the next person on the escalation path, or the one you name.',
  example,
  whenClosed: false,
  read: readEscalation,
  run({ to, why }, context) {
    const refusal = to === null ? null : whyNotAsked(to, context);
    if (refusal !== null) return { ok: false, refusal };
    const open = openEscalation(context.record);
    return open === null ? openFor({ to, why }, context) : goOn(open, to, context);
  },
});

function readEscalation(rest: string, { snapshot }: CommandContext): ReadArgs<Args> {
  const expected = 'why, in a sentence';
  const named = /^\s*to\s+(@[\s\S]*)$/i.exec(rest)?.[1];
  if (named === undefined) {
    const why = readWhy(rest, { expected, example });
    return why.ok ? { ok: true, args: { to: null, why: why.args } } : why;
  }
  const person = readPerson(named, { snapshot, example: '/escalate to @alice We need a decision before Friday.' });
  if (!person.ok) return person;
  const why = readWhy(person.args.rest, { expected, example });
  return why.ok ? { ok: true, args: { to: person.args.account, why: why.args } } : why;
}

/** Somebody else, who has a part in this: a stranger is not called in. Whoever is on the path is a member. */
function whyNotAsked(to: Account, context: CommandContext): Refusal | null {
  if (to.id === context.speech.by.id) return { why: 'not-understood', part: `@${to.login}`, expected: 'somebody else', example };
  return rolesOf(to, context).has('members') ? null : { why: 'not-on-the-path', person: personOf(to) };
}

function openFor({ to, why }: Args, context: CommandContext): Outcome {
  const { record, speech, source } = context;
  const escalation: Escalation = {
    n: nextNumber(record.escalations, record.folded.escalations),
    by: speakerOf(context),
    why,
    source,
    openedAt: speech.at,
    to: to === null ? null : personOf(to),
    asked: [],
    ended: null,
  };
  if (nextFor(escalation, context) === null) return { ok: false, refusal: { why: 'nobody-to-ask' } };
  return { ok: true, record: { ...record, escalations: [...record.escalations, escalation] }, remarks: remarksOn(to, context) };
}

/** Nothing more is asked for while somebody is still to be asked: the call is only waiting for working hours. */
function goOn(open: Escalation, to: Account | null, context: CommandContext): Outcome {
  const { record } = context;
  if (to === null && (open.asked.length === 0 || hasNamedNext(open))) return { ok: true, record };
  const next = to ?? nextFor(open, context);
  if (next === null) return { ok: false, refusal: { why: 'nobody-to-ask' } };
  return { ok: true, record: withEscalation(record, { ...open, to: personOf(next) }), remarks: remarksOn(to, context) };
}

function nextFor(escalation: Escalation, context: CommandContext): Account | null {
  const { snapshot, config, record, speech, step } = context;
  const owners = ownersOf(snapshot, record);
  const waitsFor = step === 'overdue' || step === 'awaiting-decision' ? owners : [];
  return nextOnPath(escalation, { config, snapshot, owners, waitsFor, at: new Date(speech.at) });
}

function withEscalation(record: Record, changed: Escalation): Record {
  return { ...record, escalations: record.escalations.map((other) => (other.n === changed.n ? changed : other)) };
}

function remarksOn(to: Account | null, { snapshot, speech }: CommandContext): Remark[] {
  const until = to === null ? null : absenceOf(to.id, snapshot, new Date(speech.at));
  return to === null || until === null ? [] : [{ what: 'away', person: personOf(to), until }];
}
