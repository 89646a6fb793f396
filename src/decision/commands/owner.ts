/** `/owner @user WHY`: another Decision Owner, where the named one cannot decide. */
import { ownersWithout } from '../domain-owners.ts';
import { absenceOf } from '../escalation.ts';
import { namedOwners } from '../owner.ts';
import { personOf } from '../people.ts';
import type { Account } from '../snapshot.ts';
import { defineCommand } from './define-command.ts';
import { readPerson } from './read-person.ts';
import { readWhy } from './read-why.ts';
import { speakerOf } from './speaker.ts';

interface Args {
  account: Account;
  why: string;
}

const example = '/owner @alice Bob is on leave until May.';

/** Stands until the documents name somebody else than they do now. */
export const owner = defineCommand<Args>({
  name: 'owner',
  permission: 'owner',
  usage: '/owner @user WHY',
  help: 'Name another Decision Owner; stands until the document names somebody else.',
  example,
  whenClosed: true,
  read(rest, { snapshot }) {
    const person = readPerson(rest, { snapshot, example });
    if (!person.ok) return person;
    const why = readWhy(person.args.rest, { expected: 'why, in a sentence', example });
    return why.ok ? { ok: true, args: { account: person.args.account, why: why.args } } : why;
  },
  run({ account, why }, context) {
    const { record, snapshot, speech, source } = context;
    const person = personOf(account);
    const namedOwner = { person, by: speakerOf(context), why, at: speech.at, source, instead: namedOwners(snapshot) };
    const until = absenceOf(account.id, snapshot, new Date(speech.at));
    const outside = ownersWithout(account.id, snapshot, context.config);
    return {
      ok: true,
      record: { ...record, namedOwner },
      remarks: [...(until === null ? [] : [{ what: 'away', person, until } as const]), ...(outside === null ? [] : [{ what: 'outside-domain', person, ...outside } as const])],
    };
  },
});
