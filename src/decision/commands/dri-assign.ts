/** `/dri assign @user [for STEP] [until WHEN]`: asks somebody to be temporary DRI. */
import { personOf } from '../people.ts';
import type { Account } from '../snapshot.ts';
import { activeTerm, endTerm, startTerm } from '../term.ts';
import { remarksOnAsking, whyNotAsked } from './ask-somebody.ts';
import { defineCommand } from './define-command.ts';
import { readPerson } from './read-person.ts';
import { readTerm, type TermWords } from './read-term.ts';

const example = '/dri assign @alice for the API review until Friday';

interface Args extends TermWords {
  account: Account;
}

/** Takes the place of whoever holds the role; that somebody is away, or passed before, is theirs to say. */
export const driAssign = defineCommand<Args>({
  name: 'dri assign',
  permission: 'dri-assign',
  usage: '/dri assign @user [for STEP] [until WHEN]',
  help: 'Ask somebody to be temporary DRI.',
  example,
  whenClosed: false,
  read(rest, context) {
    const person = readPerson(rest, { snapshot: context.snapshot, example });
    if (!person.ok) return person;
    const term = readTerm(person.args.rest, { context, example });
    return term.ok ? { ok: true, args: { account: person.args.account, ...term.args } } : term;
  },
  run({ account, scope, dueAt }, context) {
    const { record, speech, source, step } = context;
    if (activeTerm(record)?.holder.id === account.id) return { ok: true, record };
    const refusal = whyNotAsked(account, context);
    if (refusal !== null) return { ok: false, refusal };
    const free = endTerm(record, { at: speech.at, how: 'replaced', source });
    const how = account.id === speech.by.id ? 'taken' : 'assigned';
    const term = { holder: personOf(account), step, scope, how, startedAt: speech.at, dueAt, source } as const;
    return { ok: true, record: startTerm(free, term), remarks: remarksOnAsking(account, context) };
  },
});
