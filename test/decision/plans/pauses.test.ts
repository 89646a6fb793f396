import { describe, expect, it } from '@jest/globals';
import { pauseKinds, type PauseKind } from '../../../src/config/schema-pause.ts';
import type { Plan } from '../../../src/decision/plan.ts';
import { pausedRfc } from '../../support/pause-cases.ts';
import { helpful } from '../../support/plan-at.ts';
import { planInWords, type PlanInWords } from '../../support/plan-in-words.ts';
import type { PureRfc } from '../../../scripts/simulate/pure-rfc.ts';
import { aPureRfc } from '../../support/pure-rfc.ts';
import { on } from '../../support/some-acts.ts';

/** Each kind, whom it waits for, who is nudged, and what else its first plan and its record hold. */
const pauses: readonly (readonly [PauseKind, string, { check?: string; first?: string[]; record?: PlanInWords['record'] }?])[] = [
  ['ownerless', 'Bob', { check: 'document = failure, findings', first: ['add-label needs-decision-owner'] }],
  ['overdue', 'alice'],
  ['contested', 'carol, alice, Bob', { first: ['+1 on comment 29540760'], record: { objections: ['carol: It is too risky.'] } }],
  ['awaiting-author', 'Bob'],
  ['awaiting-review', 'carol'],
  ['awaiting-decision', 'alice'],
  ['drifting', 'Bob, alice'],
];

/** What follows while nobody does anything: when, what is called or assigned, what the record holds by then, the next look. */
const ladder: readonly (readonly [string, string[], string[], string])[] = [
  ['03-02T10:00', [], [], '03-05T10:00'],
  ['03-05T10:00', ['nudge to WHOM'], [], '03-05T10:00'],
  ['03-09T10:00', ['dri to dan until 03-12T10:00, pool'], ['nudge'], '03-09T10:00'],
  ['03-09T10:00', ['assign dan'], ['nudge', 'term'], '03-12T10:00'],
  ['03-12T10:00', ['escalation to erin until 03-16T10:00', 'unassign dan'], ['nudge', 'ended'], '03-12T10:00'],
  ['03-16T10:00', ['escalation to carol until 03-18T10:00'], ['nudge', 'ended', 'erin'], '03-16T10:00'],
  ['03-18T10:00', ['steward to nobody'], ['nudge', 'ended', 'erin, asked carol'], '03-18T10:00'],
];

/** The whole plans of those looks that do something, and of the first one, up to the end of the month. */
function plansOf(rfc: PureRfc): [string, PlanInWords][] {
  const told: [string, PlanInWords][] = [];
  for (let looks = 0; looks < 100; looks += 1) {
    const plan = rfc.look();
    if (looks === 0 || isDoing(plan)) told.push([rfc.now().toISOString().slice(5, 16), planInWords(plan)]);
    if (rfc.requests() > 0) continue;
    if (plan.wakeAt === null || plan.wakeAt > on('04-01T00:00')) return told;
    rfc.pass(Date.parse(plan.wakeAt) - rfc.now().getTime());
  }
  throw new Error('a hundred looks in a month');
}

function isDoing({ effects }: Plan): boolean {
  return effects.some(({ kind }) => kind === 'call' || kind === 'assign' || kind === 'unassign');
}

function recordOf(kind: PauseKind, parts: readonly string[]): PlanInWords['record'] {
  const [nudge, term, asked] = parts;
  return {
    ...(nudge !== undefined && { calls: [`nudge ${kind} 03-05T10:00`] }),
    ...(term !== undefined && { terms: [`dan asked for ${kind}, ${term === 'term' ? 'until' : 'time'} 03-12T10:00`] }),
    ...(asked !== undefined && { escalations: [`by Unpause, asked ${asked}`] }),
  };
}

describe('the plans for a pause', () => {
  it('are told of every kind', () => {
    expect(pauses.map(([kind]) => kind)).toEqual(pauseKinds);
  });

  it.each(pauses)('of the kind %s go up the ladder, to the end', (kind, whom, { check = 'document = success, findings', first = [], record = {} } = {}) => {
    const expected = ladder.map(([at, done, parts, wakeAt], index): [string, PlanInWords] => {
      const effects = [check, ...(index === 0 ? first : []), ...done.map((effect) => effect.replace('WHOM', whom)), `show-status: ${kind} of ${whom} since 03-02T10:00`];
      return [at, { effects, record: { ...recordOf(kind, parts), ...record }, wakeAt, aways: [] }];
    });
    expect(plansOf(aPureRfc(pausedRfc(kind), helpful, new Date(on('03-02T10:00'))))).toEqual(expected);
  });
});
