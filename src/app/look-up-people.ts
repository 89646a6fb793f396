/** Who has to be looked up before an RFC can be judged. */
import type { Config } from '../config/schema.ts';
import { isSpeech, isTeam, type Act, type Addressee } from '../decision/acts.ts';
import { handlesIn } from '../decision/asked-by-name.ts';
import { peopleToAsk } from '../decision/commands/questions.ts';
import { loginsConsulted } from '../decision/consulted.ts';
import { domainsOf, namedInDomain } from '../decision/domain.ts';
import { namedInPool } from '../decision/dri-pool.ts';
import { statusComments } from '../decision/markers.ts';
import { namedOwners } from '../decision/owner.ts';
import { withPressed } from '../decision/pressed.ts';
import { isRead } from '../decision/read-marks.ts';
import { recordOrCopy } from '../decision/record.ts';
import type { Decision } from '../decision/record-schema.ts';
import type { Account, Snapshot } from '../decision/snapshot.ts';
import { activeTerm } from '../decision/term.ts';
import { readPeople } from '../github/read-people.ts';
import { readTeams } from '../github/read-teams.ts';
import type { Place } from './open-place.ts';

/** What is known before anybody is looked up. */
export type FactsToAsk = Omit<Snapshot, 'people' | 'teams' | 'codeowners'>;

export interface PeopleInPlay {
  facts: FactsToAsk;
  codeowners: Snapshot['codeowners'];
  /** Accounts that GitHub names without their having done anything. */
  bystanders: readonly Account[];
}

/** Looks up the people and teams on whom a plan can hang: rights only where something hangs on them. */
export async function lookUpPeople({ github, repository, rules }: Place, { facts: observed, codeowners, bystanders }: PeopleInPlay): Promise<Pick<Snapshot, 'people' | 'teams'>> {
  const { config } = rules;
  const facts = withPressed(observed);
  const address = { owner: repository.owner, name: repository.name, number: facts.rfc.number };
  const involved = [...facts.reviewers, ...facts.acts.flatMap(partiesOf)];
  const known = [facts.rfc.author, ...facts.assignees, ...involved.filter((one): one is Account => !isTeam(one)), ...bystanders];
  const handles = [...namedOwners(facts), ...(codeowners ?? []), ...handlesInConfig(facts, config)];
  const mentioned = mentionsIn(facts);
  const [people, teams] = await Promise.all([
    readPeople(github, address, {
      asked: [...peopleOfCommands(facts), ...peopleOfRecord(facts, known), ...writersToAsk(facts, config)],
      named: [...handles, ...loginsConsulted(facts), ...mentioned, ...Object.values(config.people)],
      known,
    }),
    readTeams(github, {
      named: [...involved.filter(isTeam).map(({ team }) => team), ...handles.filter(isTeamName)],
      mentioned: mentioned.filter((handle) => isTeamName(handle) && handle.toLowerCase().startsWith(`${repository.owner.toLowerCase()}/`)),
    }),
  ]);
  return { people, teams };
}

function partiesOf(act: Act): Addressee[] {
  return 'of' in act ? [act.by, act.of] : [act.by];
}

/** The logins and teams of the config that have a say on this RFC. */
function handlesInConfig(facts: FactsToAsk, { dri, escalation, decision, domains, stewards, commands }: Config): string[] {
  const names = domainsOf(facts, { domains });
  const told = names.some((name) => domains[name]?.zone === 'centre-aware') ? stewards.pool : stewards.pool.filter(isTeamName);
  const inDomains = names.flatMap((name) => domains[name] ?? []).flatMap(namedInDomain);
  const others = Object.values(domains).flatMap(namedInDomain).filter(isTeamName);
  const allowed = Object.values(commands).flat().filter((who) => who.startsWith('@')).map((who) => who.slice(1));
  return [...namedInPool(dri), ...escalation.path, ...decision.owners, ...inDomains, ...told, ...others, ...allowed];
}

/** Whom the documents consult, and whom the author, the owner or anybody else mentions. */
function mentionsIn({ documents, rfc, acts }: FactsToAsk): string[] {
  const consulted = documents.map(({ result }) => result?.fields.consulted?.text ?? '');
  const words = acts.filter(isSpeech).filter(({ by }) => !by.isBot).map(({ body }) => body);
  return [...consulted, rfc.body, ...words].flatMap(handlesIn);
}

/** Those who wrote commands that were not read yet, and those whom these name; of an unsealed record, all are read again. */
function peopleOfCommands({ acts, record }: FactsToAsk): string[] {
  const found = record.kind === 'unsealed' ? null : recordOrCopy(record);
  return peopleToAsk(acts.filter(isSpeech).filter((speech) => found === null || !isRead(found, speech)));
}

/** The temporary DRI, who is to be assigned, and who decided or confirmed it, which counts as long as they may: under today's login. */
function peopleOfRecord({ record }: FactsToAsk, known: readonly Account[]): string[] {
  const found = recordOrCopy(record);
  if (found === null) return [];
  const decision = found.decisions.at(-1);
  const persons = [activeTerm(found)?.holder, decision?.by, confirmerOf(decision)].filter((person) => person !== undefined);
  return persons.flatMap(({ id, login }) => known.find((one) => one.id === id)?.login ?? login ?? []);
}

/** The record keeps their id; the login only where they are the owner. */
function confirmerOf(decision: Decision | undefined): { id: number; login: string | null } | undefined {
  if (!decision?.confirmed) return undefined;
  const { source, owner } = decision.confirmed;
  return { id: source.by, login: owner?.id === source.by ? owner.login : null };
}

/** The last that wrote; more would be many requests for one choice. */
const mostWriters = 10;

/** In public anybody can write, so their rights say who may be asked to help; that matters once Unpause has called. */
function writersToAsk({ acts, comments, record, repository }: FactsToAsk, { dri }: Config): string[] {
  const hasCalled = comments.length > statusComments(comments).length || (recordOrCopy(record)?.calls.length ?? 0) > 0;
  if (repository.isPrivate || !hasCalled || !dri.pool.includes('participants')) return [];
  const writers = acts.filter((act) => isSpeech(act) || act.kind === 'review-comment').map(({ by }) => by).filter(({ isBot }) => !isBot);
  return [...new Set(writers.map(({ login }) => login).reverse())].slice(0, mostWriters);
}

/** What a document names may be any words with a slash in them; only what GitHub could have named is asked for. */
function isTeamName(handle: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/.test(handle);
}
