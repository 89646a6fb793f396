/** Reads the person whom a command names. */
import type { Account, Snapshot } from '../snapshot.ts';
import type { ReadArgs } from './define-command.ts';

/** A GitHub login, also one of an enterprise's managed users (`alice_acme`), or a team. */
const mention = /^@([A-Za-z0-9][A-Za-z0-9-]{0,38}(?:_[A-Za-z0-9]{1,10})?)(\/[\w.-]+)?(?![\w-])/;

/** The account that `@user` at the start of the text names, and what stands after it. Bots and teams are no person. */
export function readPerson(text: string, { snapshot, example }: { snapshot: Pick<Snapshot, 'people'>; example: string }): ReadArgs<{ account: Account; rest: string }> {
  const words = text.trimStart();
  const match = mention.exec(words);
  if (match?.[1] === undefined) return { ok: false, refusal: { why: 'missing', expected: 'a person, with their @', example } };
  const [whole, login, team] = match;
  if (team !== undefined) return { ok: false, refusal: { why: 'not-understood', part: whole, expected: 'one person, with their @', example } };
  const account = snapshot.people.find((person) => person.account.login.toLowerCase() === login.toLowerCase())?.account;
  if (account === undefined || account.isBot) return { ok: false, refusal: { why: 'no-such-person', login } };
  return { ok: true, args: { account, rest: words.slice(whole.length) } };
}
