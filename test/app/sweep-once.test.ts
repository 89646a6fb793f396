import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SweepScope } from '../../src/app/rfcs-in-turn.ts';
import { sweepWithToken, workflowBot } from '../../src/app/sweep-with-token.ts';
import type { SweepReport } from '../../src/render/sweep-text.ts';
import { aWorkflow, type AWorkflow } from '../support/a-workflow.ts';

const config = 'dri:\n  pool: [carol]\nescalation:\n  path: [frida]\n';
const day = 86_400_000;

let place: AWorkflow;

beforeEach(async () => {
  place = await aWorkflow({ files: { '.github/unpause.yml': config } });
  place.clock.advance(60_000);
});

afterEach(async () => {
  await place.close();
});

async function sweep(parts: { token?: string; isDryRun?: boolean; scope?: SweepScope; repo?: string } = {}): Promise<SweepReport> {
  const { token = place.token, isDryRun = false, scope = { kind: 'all' }, repo = 'rfcs' } = parts;
  const { standIn, clock } = place;
  return await sweepWithToken({ token, apiUrl: standIn.url, userAgent: 'unpause-test', owner: 'acme', repo, isDryRun, scope, assumedOwner: null, now: () => clock.now() });
}

/** An issue that is an RFC, by alice, of which bob is the owner. */
function anIssue(body = '**Decision Owner**: @bob\n\nShall we?\n'): number {
  const { world } = place.standIn;
  const { number } = world.openIssue({ repo: place.repo, by: 'alice', title: 'Rotate keys', body });
  world.addLabels({ repo: place.repo, number, by: 'alice', labels: ['RFC'] });
  return number;
}

const own = (number: number): string[] => place.commentsBy(workflowBot, number);
const effects = ({ rfcs }: SweepReport): Record<number, readonly string[]> => Object.fromEntries(rfcs.map((rfc) => [rfc.number, rfc.effects]));

describe('sweepWithToken', () => {
  it('shows the plans in a dry run, with their reasons, and writes nothing', async () => {
    const number = anIssue();
    const report = await sweep({ isDryRun: true });

    expect(report).toMatchObject({ version: 1, repository: 'acme/rfcs', bot: workflowBot, dryRun: true, left: [], notes: [] });
    expect(report.rfcs).toMatchObject([{ number, title: 'Rotate keys', outcome: 'planned', reason: null, effects: ['bring the status comment up to date'], withheld: [] }]);
    expect(report.rfcs[0]?.explanation.slice(0, 2)).toEqual(['rfc', 'open']);
    expect(report.rfcs[0]?.wakeAt).not.toBeNull();
    expect(place.writes()).toBe(0);
  });

  it('keeps a status comment, and changes nothing the second time', async () => {
    const number = anIssue();
    await sweep();
    expect(own(number)).toEqual([expect.stringContaining('<!-- unpause:status -->')]);
    const before = place.writes();
    expect(effects(await sweep())).toEqual({ [number]: [] });
    expect(place.writes()).toBe(before);
  });

  it('moves a silent RFC on: nudge, temporary DRI, escalation, each once', async () => {
    const number = anIssue();
    await sweep();
    const stages: string[] = [];
    for (let days = 0; days < 30; days += 1) {
      place.clock.advance(day);
      stages.push(...(effects(await sweep())[number] ?? []).filter((effect) => !effect.includes('status comment')));
    }
    expect(stages).toEqual([
      'nudge alice and bob',
      'ask carol to be temporary DRI',
      'assign carol',
      'ask frida to help decide',
      'take carol off as assignee',
      'say that a steward is needed',
    ]);
  });
});
