/** What is looked at before somebody else is made temporary DRI. */
import { absenceOf } from '../escalation.ts';
import { rolesOf } from '../members.ts';
import { personOf } from '../people.ts';
import type { Account } from '../snapshot.ts';
import type { CommandContext } from './define-command.ts';
import type { Refusal, Remark } from './verdict.ts';

/** Why they cannot be asked, or null: whom GitHub would not assign, and who has no part in this, is left in peace. */
export function whyNotAsked(account: Account, context: CommandContext): Refusal | null {
  if (isAssignable(account, context) || rolesOf(account, context).has('members')) return null;
  return { why: 'not-assignable', person: personOf(account) };
}

/** What whoever asks may want to know. */
export function remarksOnAsking(account: Account, context: CommandContext): Remark[] {
  const { snapshot, speech } = context;
  const until = absenceOf(account.id, snapshot, new Date(speech.at));
  const remarks: Remark[] = until === null ? [] : [{ what: 'away', person: personOf(account), until }];
  return isAssignable(account, context) ? remarks : [...remarks, { what: 'not-assignable', person: personOf(account) }];
}

/** What GitHub did not say is no objection: assigning them will show. */
function isAssignable({ id }: Account, { snapshot }: CommandContext): boolean {
  return snapshot.people.find(({ account }) => account.id === id)?.isAssignable !== false;
}
