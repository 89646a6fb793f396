/** Sweeps of a repository in which workflows run, one for each test of a file. */
import { afterEach, beforeEach } from '@jest/globals';
import type { SweepScope } from '../../src/app/rfcs-in-turn.ts';
import { sweepWithToken } from '../../src/app/sweep-with-token.ts';
import { workflowBot } from '../../src/github/app-identity.ts';
import type { SweepReport } from '../../src/render/sweep-text.ts';
import { aWorkflow, type AWorkflow } from '../support/a-workflow.ts';

const config = 'dri:\n  pool: [carol]\nescalation:\n  path: [frida]\n';
export const day = 86_400_000;

export interface Sweeps {
  readonly place: AWorkflow;
  /** Another place in its stead, in which nothing has happened yet. */
  startAnew: () => Promise<void>;
  sweep: (parts?: { token?: string; isDryRun?: boolean; scope?: SweepScope; repo?: string }) => Promise<SweepReport>;
  /** An issue that is an RFC, by alice, of which bob is the owner. */
  anIssue: (parts?: { repo?: string }) => number;
  says: (number: number, by: string, body: string, repo?: string) => void;
  /** The bot's comments. */
  own: (number: number) => string[];
  /** Somebody who may edits the first of them. */
  edit: (number: number, change: (body: string) => string) => void;
  /** What daily sweeps do besides keeping the status. */
  callsOver: (days: number, number: number) => Promise<string[]>;
}

/** What was done, by the RFC's number. */
export function effects({ rfcs }: SweepReport): Record<number, readonly string[]> {
  return Object.fromEntries(rfcs.map((rfc) => [rfc.number, rfc.effects]));
}

export function useSweeps(): Sweeps {
  let place: AWorkflow | null = null;
  const current = (): AWorkflow => {
    if (place === null) throw new Error('no test is running');
    return place;
  };
  const start = async (): Promise<void> => {
    place = await aWorkflow({ files: { '.github/unpause.yml': config } });
    place.clock.advance(60_000);
  };
  beforeEach(start);
  afterEach(async () => {
    await current().close();
  });
  const sweep: Sweeps['sweep'] = async ({ token = current().token, isDryRun = false, scope, repo = 'rfcs' } = {}) => {
    const { standIn, clock } = current();
    return await sweepWithToken({ token, apiUrl: standIn.url, userAgent: 'unpause-test', owner: 'acme', repo, isDryRun, scope: scope ?? { kind: 'all' }, assumedOwner: null, now: () => clock.now() });
  };
  return {
    get place() {
      return current();
    },
    async startAnew() {
      await current().close();
      await start();
    },
    sweep,
    anIssue({ repo = current().repo } = {}) {
      const { world } = current().standIn;
      const { number } = world.openIssue({ repo, by: 'alice', title: 'Rotate keys', body: '**Decision Owner**: @bob\n\nShall we?\n' });
      world.addLabels({ repo, number, by: 'alice', labels: ['RFC'] });
      return number;
    },
    says(number, by, body, repo = current().repo) {
      current().standIn.world.comment({ repo, number, by, body });
      current().clock.advance(60_000);
    },
    own: (number) => current().commentsBy(workflowBot, number),
    edit(number, change) {
      const { repo, standIn } = current();
      const comment = standIn.world.issue(repo, number).comments.find(({ author }) => author.login === workflowBot);
      if (comment === undefined) throw new Error('the bot wrote nothing');
      standIn.world.editComment({ repo, commentId: comment.id, by: 'alice', body: change(comment.body) });
    },
    async callsOver(days, number) {
      const seen: string[] = [];
      for (let passed = 0; passed < days; passed += 1) {
        seen.push(...(effects(await sweep())[number] ?? []).filter((effect) => !effect.includes('status comment')));
        current().clock.advance(day);
      }
      return seen;
    },
  };
}
