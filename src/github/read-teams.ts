import type { TeamFacts } from '../decision/people.ts';
import type { GitHub } from './client.ts';
import { orNull } from './github-error.ts';
import { inParallel } from './in-parallel.ts';
import { readAccount } from './read-account.ts';
import { unlessDenied } from './unless-denied.ts';

export interface TeamsRequest {
  /** By names such as `acme/infra`: teams that are there, as somebody who knows them says so. */
  named: readonly string[];
  /** What a text mentions may be no team at all: where GitHub knows none, it is left out. */
  mentioned: readonly string[];
}

/** Requests at once. */
const atOnce = 8;
/** A text can mention any number. */
const mostMentioned = 10;

/** Each of the teams once, with its members as far as GitHub shows them. */
export async function readTeams(github: GitHub, { named, mentioned }: TeamsRequest): Promise<TeamFacts[]> {
  const sure = onceEach(named);
  const known = new Set(sure.map((team) => team.toLowerCase()));
  const unsure = onceEach(mentioned).filter((team) => !known.has(team.toLowerCase())).slice(0, mostMentioned);
  const found = await inParallel([...sure, ...unsure], atOnce, async (team) => ({ team, members: await readMembers(github, team) }));
  return found.flatMap(({ team, members }) => {
    if (members !== 'missing') return [{ team, members }];
    return unsure.includes(team) ? [] : [{ team, members: null }];
  });
}

/** Null where GitHub refuses to show them; an installation without the right to see members may be told that the team is missing. */
async function readMembers(github: GitHub, name: string): Promise<TeamFacts['members'] | 'missing'> {
  const [org = '', slug = ''] = name.split('/');
  const asked = github.paginate('GET /orgs/{org}/teams/{team_slug}/members', { org, team_slug: slug, per_page: 100 });
  return await unlessDenied(orNull(asked.then((members) => members.map(readAccount))).then((members) => members ?? 'missing'));
}

function onceEach(teams: readonly string[]): string[] {
  return [...new Map(teams.map((team) => [team.toLowerCase(), team])).values()];
}
