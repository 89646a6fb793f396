/** Builds what figures are reckoned from; each test names only what matters to it. */
import type { HeldPrinciple, RfcCourse, VitalSource } from '../../src/decision/vitality/facts.ts';
import type { TalkedOf } from '../../src/decision/vitality/worth-talking.ts';

/** In the fourth quarter. */
export const today = new Date('2026-11-21T12:00:00Z');

export const [alice, bob, carol] = [
  { id: 11, login: 'alice' },
  { id: 12, login: 'bob' },
  { id: 13, login: 'carol' },
] as const;

/** A decision as the log has it. */
export function aVitalEntry(parts: Partial<TalkedOf> = {}): TalkedOf {
  return {
    repository: { id: 1 },
    number: 7,
    n: 1,
    result: 'accepted',
    by: alice,
    owner: alice,
    at: '2026-10-20T10:00:00Z',
    rung: 'consent',
    domain: 'security',
    isSatisfied: true,
    principles: ['small-steps'],
    tensions: [],
    objections: [],
    reopened: null,
    reviewOn: null,
    review: null,
    ...parts,
  };
}

export function aCourse(parts: Partial<RfcCourse> = {}): RfcCourse {
  return { repository: 1, number: 7, domain: null, stretches: [], firstAnswer: null, decisions: [], terms: [], escalations: [], ...parts };
}

/** A principle that is only named is one of repository 1. */
export function aVitalSource({ principles = [], ...parts }: Partial<Omit<VitalSource, 'entries' | 'principles'>> & { entries?: readonly TalkedOf[]; principles?: readonly (string | HeldPrinciple)[] } = {}) {
  const held = principles.map((principle) => (typeof principle === 'string' ? { id: principle, repositories: new Set([1]) } : principle));
  return { entries: [] as readonly TalkedOf[], courses: [], principles: held, now: today, ...parts };
}
