/** Who somebody is, what GitHub lets them do, and whether they can be assigned: for those who matter to an RFC. */
import type { PersonFacts } from '../decision/people.ts';
import type { Account } from '../decision/snapshot.ts';
import { canBeAssigned, listAssignable, type AssignableList } from './assignable.ts';
import type { GitHub, RfcAddress } from './client.ts';
import { orNull } from './github-error.ts';
import { inParallel } from './in-parallel.ts';
import { readAccount } from './read-account.ts';
import { readPermission } from './read-permission.ts';
import { unlessDenied } from './unless-denied.ts';

export interface PeopleRequest {
  /** Logins whose rights are asked for. */
  asked: readonly string[];
  /** Logins of which no more is wanted than who it is, those that matter most first. */
  named: readonly string[];
  /** Who has a part in the RFC already. */
  known: readonly Account[];
}

/** Requests at once. */
const atOnce = 8;
/** So many names are looked up one by one; a text can mention hundreds. */
const mostNames = 40;

/**
 * Everybody of the request once, bots and organisations left out, as well as logins that nobody bears. What GitHub
 * refuses to say is null; where it does not answer, this fails.
 */
export async function readPeople(github: GitHub, address: RfcAddress, request: PeopleRequest): Promise<PersonFacts[]> {
  const known = request.known.filter(({ isBot }) => !isBot);
  const directory: Directory = { github, address, known, list: await listAssignable(github, address) };
  const asked = personsOf(request.asked);
  const taken = new Set(asked.map(folded));
  const named = personsOf(request.named).filter((login) => !taken.has(folded(login)));
  const unknown = named.filter((login) => accountAtHand(directory, login) === null).slice(0, mostNames);
  const accounts = [
    ...named.map((login) => accountAtHand(directory, login)),
    ...(await inParallel(unknown, atOnce, async (login) => await readUser(github, login))),
    ...known,
  ];
  const facts = await inParallel(asked, atOnce, async (login) => await askAbout(directory, login));
  return onceEach([...facts, ...accounts.map((account) => account && plainFacts(directory, account))]);
}

interface Directory {
  github: GitHub;
  address: RfcAddress;
  known: readonly Account[];
  list: AssignableList | null;
}

/** Null where nobody bears the login, or GitHub does not say who. */
async function askAbout(directory: Directory, login: string): Promise<PersonFacts | null> {
  const { github, address, list } = directory;
  const { permission, account: answered } = await readPermission(github, address, login);
  const account = answered ?? accountAtHand(directory, login) ?? (await readUser(github, login));
  if (account === null) return null;
  return { account, permission, isAssignable: isListed(list, account) || (await canBeAssigned(github, address, { login, list })) };
}

/** Who wrote on an issue may be assignable there, and only there: that is not known unless it is asked for. */
function plainFacts({ list, known }: Directory, account: Account): PersonFacts {
  const isOutside = list?.isWhole === true && !known.some(({ id }) => id === account.id);
  return { account, permission: null, isAssignable: isListed(list, account) || (isOutside ? false : null) };
}

function isListed(list: AssignableList | null, { id }: Account): boolean {
  return list?.accounts.some((account) => account.id === id) ?? false;
}

/** Without another request. */
function accountAtHand({ list, known }: Directory, login: string): Account | null {
  return [...(list?.accounts ?? []), ...known].find((account) => folded(account.login) === folded(login)) ?? null;
}

async function readUser(github: GitHub, login: string): Promise<Account | null> {
  const answer = await unlessDenied(orNull(github.request('GET /users/{username}', { username: login })));
  return answer === null || answer.data.type === 'Organization' ? null : readAccount(answer.data);
}

/** Each once; neither teams nor bots. */
function personsOf(logins: readonly string[]): string[] {
  const persons = logins.filter((login) => !login.includes('/') && !login.endsWith('[bot]'));
  return [...new Map(persons.map((login) => [folded(login), login])).values()];
}

function folded(login: string): string {
  return login.toLowerCase();
}

/** The first of each id: what was asked for comes first. */
function onceEach(people: readonly (PersonFacts | null)[]): PersonFacts[] {
  const byId = new Map<number, PersonFacts>();
  for (const facts of people) {
    if (facts !== null && !facts.account.isBot && !byId.has(facts.account.id)) byId.set(facts.account.id, facts);
  }
  return [...byId.values()];
}
