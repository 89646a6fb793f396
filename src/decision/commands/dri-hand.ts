/** `/dri hand @user NOTE`: hands the role over, with what the next person needs to know. */
import { personOf } from '../people.ts';
import type { Account } from '../snapshot.ts';
import { activeTerm, dueFor, endTerm, startTerm } from '../term.ts';
import { remarksOnAsking, whyNotAsked } from './ask-somebody.ts';
import { defineCommand } from './define-command.ts';
import { readPerson } from './read-person.ts';
import { readWhy } from './read-why.ts';

const example = '/dri hand @alice Bob and I agree on the format; the key length is still open.';

interface Args {
  account: Account;
  note: string;
}

export const driHand = defineCommand<Args>({
  name: 'dri hand',
  permission: 'dri-hand',
  usage: '/dri hand @user NOTE',
  help: 'Hand over to somebody else, with what they need to know.',
  example,
  whenClosed: false,
  read(rest, { snapshot }) {
    const person = readPerson(rest, { snapshot, example });
    if (!person.ok) return person;
    const note = readWhy(person.args.rest, { expected: 'a note with what the next person needs to know', example });
    return note.ok ? { ok: true, args: { account: person.args.account, note: note.args } } : note;
  },
  run({ account, note }, context) {
    const { record, speech, source, step, snapshot, config } = context;
    const active = activeTerm(record);
    if (active === null) return { ok: false, refusal: { why: 'no-dri' } };
    if (active.holder.id === account.id) return { ok: false, refusal: { why: 'not-understood', part: `@${account.login}`, expected: 'somebody else than the temporary DRI of now', example } };
    const refusal = whyNotAsked(account, context);
    if (refusal !== null) return { ok: false, refusal };
    const ended = endTerm(record, { at: speech.at, how: 'handed', note, source });
    const dueAt = dueFor(step, speech.at, { calendar: snapshot.calendar, config }).toISOString();
    const term = { holder: personOf(account), step, scope: active.scope, how: 'handed', startedAt: speech.at, dueAt, source } as const;
    return { ok: true, record: startTerm(ended, term), remarks: remarksOnAsking(account, context) };
  },
});
