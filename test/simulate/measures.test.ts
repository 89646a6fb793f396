import { describe, expect, it } from '@jest/globals';
import type { HeldTerm, MadeCall } from '../../scripts/simulate/helper.ts';
import { type Done, measure } from '../../scripts/simulate/measures.ts';
import type { Rfc } from '../../scripts/simulate/rfc.ts';
import type { Away, Staff } from '../../scripts/simulate/staff.ts';
import { missedGoals, renderTable } from '../../scripts/simulate/table.ts';
import { day } from '../../scripts/simulate/work-clock.ts';

const start = Date.parse('2026-01-05T09:00:00Z');

function on(days: number): number {
  return start + days * day;
}

function aStaff(absences: Record<number, readonly Away[]> = {}): Staff {
  return {
    people: [1, 2],
    leads: [],
    absences: new Map(Object.entries(absences).map(([person, times]) => [Number(person), times])),
    isAway: () => false,
    answer: () => null,
  };
}

/** Waited for two weeks, from Monday morning to Monday morning. */
const rfc: Rfc = {
  n: 1,
  author: 1,
  owner: 2,
  reviewers: [],
  openedAt: on(0),
  step: 'awaiting-decision',
  turn: 2,
  waitsFor: [],
  since: on(14),
  unheard: [],
  waits: [{ step: 'awaiting-decision', from: on(0), until: on(14) }],
  decidedAt: on(14),
};

function aTerm(holder: number, from: number, until: number): HeldTerm {
  return { rfc: 1, holder, startedAt: new Date(on(from)).toISOString(), dueAt: new Date(on(until)).toISOString(), endedAt: new Date(on(until)).toISOString(), isVolunteered: false };
}

function aCall(at: number, about: string): MadeCall {
  return { kind: 'nudge', rfc: 1, at, asked: [2], about };
}

function aYear(calls: readonly MadeCall[] = []) {
  return { span: { from: on(0), until: on(100) }, rfcs: [rfc], calls };
}

const idle: Done = { terms: [], posts: null };

describe('measure', () => {
  it('counts working days, and of a wait those after the third', () => {
    expect(measure(aYear(), aStaff(), idle)).toMatchObject({ latency: { median: 10, p90: 10 }, paused: 7 });
  });

  it('finds calls at night, and calls about the same thing', () => {
    const calls = [aCall(on(0.1), 'a'), aCall(on(0.1), 'a'), aCall(on(0.5), 'b')];
    expect(measure(aYear(calls), aStaff(), idle)).toMatchObject({ repeats: 2, outsideHours: 1, callsPerStep: 3, calls: { nudge: 3, dri: 0 } });
  });

  it('compares the time somebody carried with the time they were there', () => {
    const terms = Array.from({ length: 10 }, (_, n) => [aTerm(1, n * 8, n * 8 + 2), aTerm(2, n * 8 + 3, n * 8 + 4)]).flat();
    expect(measure(aYear(), aStaff(), { terms, posts: null }).busiest).toBeCloseTo(20 / 15);
    expect(measure(aYear(), aStaff({ 1: [{ from: on(0), until: on(50) }] }), { terms, posts: null }).busiest).toBeCloseTo(0.4 / 0.25);
  });

  it('does not judge by a few terms', () => {
    expect(measure(aYear(), aStaff(), { terms: [aTerm(1, 0, 3), aTerm(2, 0, 3)], posts: null }).busiest).toBe(null);
  });

  it('counts who is mentioned, and who gets a copy, without being asked', () => {
    const posts = [{ rfc: 1, at: on(0.1), strangers: 1, copies: 3 }, { rfc: 1, at: on(0.2), strangers: 0, copies: 2 }];
    expect(measure(aYear(), aStaff(), { terms: [], posts })).toMatchObject({ strangers: 1, copies: 5 });
    expect(measure(aYear(), aStaff(), idle)).toMatchObject({ strangers: null, copies: null });
  });

  it('counts what somebody is asked for on top of others as they come back', () => {
    const terms = [aTerm(1, 21, 22), aTerm(1, 22, 23), aTerm(1, 24, 25), aTerm(2, 21, 22), aTerm(1, 40, 41)];
    expect(measure(aYear(), aStaff({ 1: [{ from: on(6), until: on(20) }] }), { terms, posts: null }).extra).toBe(2);
  });
});

describe('the table', () => {
  const good = measure(aYear([aCall(on(0.1), 'a')]), aStaff(), idle);
  const bad = { ...good, outsideHours: 3 };

  it('shows the worst of all runs', () => {
    expect(renderTable(2, new Map([['Unpause', [good, bad]]]))).toContain('| calls outside working hours | 3 | ≤ 0 |');
  });

  it('names the goals that are missed', () => {
    expect(missedGoals(2, new Map([['Unpause', [good]]]))).toEqual([]);
    expect(missedGoals(2, new Map([['Unpause', [good, bad]]]))).toEqual(['2 people, calls outside working hours: 3, expected at most 0']);
  });
});
