/** A sweep with nothing but a token: a workflow's, or one that an App got for an installation. */
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../files/user-error.ts';
import { workflowBot, type AppIdentity } from '../github/app-identity.ts';
import { createClient } from '../github/client.ts';
import { gitHubErrorIn } from '../github/github-error.ts';
import { readTokenOwner } from '../github/token-owner.ts';
import { createWriteBudget } from '../github/write-budget.ts';
import type { SweepReport } from '../render/sweep-text.ts';
import type { SweepScope } from './rfcs-in-turn.ts';
import { sweepOnce } from './sweep-once.ts';

export interface TokenSweep {
  token: string;
  apiUrl: string;
  userAgent: string;
  owner: string;
  repo: string;
  isDryRun: boolean;
  scope: SweepScope;
  /** Whose token it is where GitHub does not say; null: then it has to be asked for again. */
  assumedOwner: string | null;
  /** Real time, unless given. */
  now?: () => Date;
}

/** In milliseconds: a job has minutes, and nobody waits before it. */
const longestWait = 60_000;

/** Sweeps. What a person can mend, the token or the config, or what GitHub refuses at the start, is a `UserError`. */
export async function sweepWithToken(sweep: TokenSweep): Promise<SweepReport> {
  try {
    return await sweepAs(sweep);
  } catch (error) {
    const refusal = gitHubErrorIn(error);
    throw refusal === null ? error : new UserError(refusal.message, { cause: error });
  }
}

async function sweepAs({ token, apiUrl, userAgent, assumedOwner, now = realTime, ...sweep }: TokenSweep): Promise<SweepReport> {
  let made = 0;
  const budget = createWriteBudget({ now: Date.now, wait: async (milliseconds) => { await sleep(milliseconds); }, longestWait });
  const github = createClient({ token, apiUrl, userAgent, budget, longestWait, onRequest: () => { made += 1; } });
  const owner = (await readTokenOwner(github)) ?? assumedOwner;
  const report = await sweepOnce({ ...sweep, github, bot: botOf(owner, sweep.isDryRun), requests: () => made, now, random: Math.random });
  const note = `The token is ${owner}'s, so what ${workflowBot} would do is shown.`;
  return isBot(owner) ? report : { ...report, notes: [note, ...report.notes] };
}

/** A person's comments are the person's: nothing tells them from Unpause's own. */
function botOf(owner: string | null, isDryRun: boolean): AppIdentity {
  if (owner === null) throw new UserError('GitHub does not say whose token GITHUB_TOKEN is; expected one of a workflow, or of an installation of an App');
  const wantsOther = !isBot(owner);
  if (wantsOther && !isDryRun) {
    throw new UserError(`GITHUB_TOKEN is a token of ${owner}, expected one of a bot (a workflow's, or of an App's installation): in a person's name nothing is written; --dry-run shows the plans`);
  }
  const login = wantsOther ? workflowBot : owner;
  return { id: null, slug: login.replace(/\[bot\]$/, ''), login };
}

/** GitHub keeps the ending for Apps. */
function isBot(owner: string | null): boolean {
  return owner?.endsWith('[bot]') === true;
}

function realTime(): Date {
  return new Date();
}
