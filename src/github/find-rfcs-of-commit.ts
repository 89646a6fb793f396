import type { AppIdentity } from './app-identity.ts';
import type { GitHub } from './client.ts';
import { readOwnCheckRuns, type CommitAddress } from './own-check-runs.ts';

/** For example `rfc-7-5c1e…`: the RFC that a check run reports on. */
const rfcRun = /^rfc-(\d+)-/;

/** The RFCs that Unpause reported on at a commit. GitHub itself names no pull request for the commit of a fork. */
export async function findRfcsOfCommit(github: GitHub, address: CommitAddress, app: AppIdentity): Promise<number[]> {
  const runs = await readOwnCheckRuns(github, address, app);
  return [...new Set(runs.flatMap(({ externalId }) => numberIn(externalId) ?? []))].sort((a, b) => a - b);
}

function numberIn(externalId: string): number | null {
  const number = rfcRun.exec(externalId)?.[1];
  return number === undefined ? null : Number(number);
}
