/** Everything that `planStewardship` may know, gathered from GitHub and from what is known of the RFCs. */
import type { OwnIssue, StewardFacts } from '../decision/stewards/facts.ts';
import { mayBeNoted } from '../decision/stewards/principle-reviews.ts';
import { type KnownFirst, reachOf } from '../decision/stewards/reach.ts';
import { millisecondsPerDay } from '../decision/zone-days.ts';
import { writersOf } from '../github/app-identity.ts';
import { listOwnIssues, readOwnNotes } from '../github/own-issues.ts';
import { readPeople } from '../github/read-people.ts';
import { readTeams } from '../github/read-teams.ts';
import type { Place } from './open-place.ts';
import type { StewardMemory } from './steward-memory.ts';

/** A digest looks back at five weeks, and Unpause's comments are known by when they were written. In milliseconds. */
const digestsKept = 45 * millisecondsPerDay;

/** Nothing is asked for that no notice could need; who is in the pool, `withStewards` looks up. */
export async function takeStewardFacts(place: Place, memory: StewardMemory): Promise<StewardFacts> {
  const { repository, rules, calendar, log } = place;
  const { config } = rules;
  const now = place.now();
  const [issues, digestIssue, chat] = await Promise.all([
    ownIssues(place, memory),
    readDigestIssue(place, now),
    memory.chat?.settled() ?? null,
  ]);
  if (config.digest.issue !== null && digestIssue === null) {
    log.warn({ rfc: `${repository.owner}/${repository.name}#${config.digest.issue}`, reason: 'GitHub shows no issue of that number' }, 'the digest has no issue');
  }
  const known: KnownFirst = { issues, digestIssue, chat, calendar };
  const reach = reachOf(known, config, now);
  const recalled = await recall(memory, reach);
  const load = await place.memory.load(place.loadQuery(noRfc, now));
  return { ...known, repository, rules: rules.inForce, ...recalled, people: [], teams: [], load };
}

type Recalled = Pick<StewardFacts, 'tensions' | 'decisions' | 'courses' | 'elsewhere' | 'open'>;

/** What is known of the RFCs, as far back as something could need it. */
async function recall(memory: StewardMemory, reach: ReturnType<typeof reachOf>): Promise<Recalled> {
  const [tensions, decisions, courses, open] = await Promise.all([
    reach.tensions === null ? [] : memory.tensions(reach.tensions),
    reach.decisions === null ? [] : memory.decisions(reach.decisions, reach.past),
    reach.decisions === null || reach.past === null ? [] : memory.courses(reach.decisions, reach.past),
    reach.open ? memory.open() : [],
  ]);
  const topics = [...new Set(decisions.flatMap(({ topic }) => topic ?? []))];
  const elsewhere = reach.elsewhere && topics.length > 0 ? await memory.elsewhere(topics) : [];
  return { tensions, decisions, courses, elsewhere, open };
}

/** Those that can matter. */
export async function ownIssues({ github, repository, app, now }: Place, { issuesSince: since }: StewardMemory): Promise<OwnIssue[]> {
  const at = now();
  return await listOwnIssues(github, repository, { writers: writersOf(app), since, withNotes: (issue) => mayBeNoted(issue, at) });
}

/** No RFC has this number. */
const noRfc = 0;

async function readDigestIssue({ github, repository, rules, app }: Place, now: Date): Promise<StewardFacts['digestIssue']> {
  const { issue: number } = rules.config.digest;
  if (number === null) return null;
  const comments = await readOwnNotes(github, { ...repository, number }, { writers: writersOf(app), since: new Date(now.getTime() - digestsKept) });
  return comments === null ? null : { number, comments };
}

/** The same with who the stewards are, for a plan that asks one of them. */
export async function withStewards(facts: StewardFacts, { github, repository, rules }: Place): Promise<StewardFacts> {
  const { pool } = rules.config.stewards;
  const [people, teams] = await Promise.all([
    readPeople(github, { ...repository, number: noRfc }, { asked: [], named: pool, known: [] }),
    readTeams(github, { named: pool.filter((handle) => handle.includes('/')), mentioned: [] }),
  ]);
  return { ...facts, people, teams };
}
