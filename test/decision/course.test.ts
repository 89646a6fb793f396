import { describe, expect, it } from '@jest/globals';
import { defaultConfig } from '../../src/config/schema.ts';
import { courseOf, settledAt, type Course } from '../../src/decision/course.ts';
import { isSettled } from '../../src/decision/decided.ts';
import type { Decision, Escalation, Record, Term, Under } from '../../src/decision/record-schema.ts';
import { aRecord, aSource, bob, carol, dan, everybody, named, robot } from '../support/a-command-context.ts';
import { aDocument, aSnapshot, type SnapshotParts } from '../support/a-snapshot.ts';
import { did, on, reviewed, wrote } from '../support/some-acts.ts';

interface Parts extends SnapshotParts {
  kept?: Partial<Record>;
}

const carols = aDocument({ text: '# Rotate keys\n\n**Decision Owner**: @carol\n' });
const openedAt = on('03-02T00:00');

function sources({ kept, rfc, ...parts }: Parts) {
  const snapshot = aSnapshot({ people: everybody, documents: [carols], rfc: { author: bob, createdAt: openedAt, ...rfc }, ...parts });
  return { snapshot, record: aRecord(kept), config: defaultConfig, now: new Date(on('03-20T00:00')) };
}

function course(parts: Parts): Course {
  return courseOf(sources(parts));
}

function decided(parts: Partial<Decision> = {}): Decision {
  return { n: 1, outcome: 'accept', by: named(carol), owner: named(carol), why: 'Yes.', at: on('03-05T00:00'), source: aSource(carol), texts: ['b'.repeat(40)], confirmed: null, reopened: null, under: null, reviewed: null, ...parts };
}

const term: Term = { n: 1, holder: named(dan), step: 'drifting', scope: null, how: 'asked', startedAt: on('03-03T00:00'), dueAt: on('03-06T00:00'), activeAt: null, source: null, ended: null };
const request: Escalation = { n: 1, by: named(bob), why: 'A word, please.', source: aSource(bob), openedAt: on('03-03T00:00'), to: null, asked: [], ended: null };

describe('courseOf', () => {
  it.each<[string, Parts, Course['firstAnswer']]>([
    ['nobody', {}, null],
    ['a reviewer', { acts: [wrote(bob, '03-03T00:00'), reviewed(dan, '03-04T00:00')] }, { at: '2026-03-04T00:00:00.000Z', days: 2 }],
    ['a bot first, and then somebody', { acts: [wrote(robot, '03-03T00:00'), wrote(dan, '03-05T00:00')] }, { at: '2026-03-05T00:00:00.000Z', days: 3 }],
    ['somebody who only takes a role', { acts: [wrote(dan, '03-03T00:00', '/dri status')] }, null],
    ['somebody, before Unpause was switched on', { rules: { configuredAt: on('03-06T00:00') }, acts: [wrote(dan, '03-03T00:00')] }, null],
    ['somebody, before Unpause was switched on, and again later', { rules: { configuredAt: on('03-06T00:00') }, acts: [wrote(dan, '03-03T00:00'), wrote(dan, '03-12T00:00')] }, null],
    ['somebody before Unpause was switched on, and somebody else later', { rules: { configuredAt: on('03-06T00:00') }, acts: [reviewed(dan, '03-03T00:00'), wrote(carol, '03-12T00:00')] }, null],
    ['the author and a bot before Unpause was switched on, and somebody later', { rules: { configuredAt: on('03-06T00:00') }, acts: [wrote(bob, '03-03T00:00'), wrote(robot, '03-04T00:00'), wrote(dan, '03-12T00:00')] }, { at: '2026-03-12T00:00:00.000Z', days: 4 }],
    ['somebody, days after a bot opened it', { rfc: { author: robot }, acts: [did('renamed', bob, '03-04T00:00'), wrote(dan, '03-05T00:00')] }, { at: '2026-03-05T00:00:00.000Z', days: 1 }],
  ])('tells when a person answered first: %s', (_, parts, expected) => {
    expect(course(parts).firstAnswer).toEqual(expected);
  });

  it.each<[string, Parts, Course['decisions']]>([
    ['undecided', {}, []],
    ['decided', { kept: { decisions: [decided()] } }, [{ n: 1, at: on('03-05T00:00'), days: 3 }]],
    ['decided over a weekend', { kept: { decisions: [decided({ at: on('03-10T00:00') })] } }, [{ n: 1, at: on('03-10T00:00'), days: 6 }]],
    [
      'decided, opened again, and decided',
      { kept: { decisions: [decided({ reopened: { at: on('03-09T00:00'), by: named(carol), why: 'News.', source: aSource(carol) } }), decided({ n: 2, at: on('03-11T00:00') })] } },
      [{ n: 1, at: on('03-05T00:00'), days: 3 }, { n: 2, at: on('03-11T00:00'), days: 2 }],
    ],
    ['decided after a planned wait', { kept: { waits: [{ kind: 'wait', by: named(bob), from: on('03-03T00:00'), until: on('03-04T00:00'), why: 'Audit.', source: aSource(bob) }], decisions: [decided()] } }, [{ n: 1, at: on('03-05T00:00'), days: 2 }]],
    ['merged without a decision', { rfc: { isOpen: false, isMerged: true }, acts: [did('merged', bob, '03-04T00:00')] }, [{ n: 0, at: on('03-04T00:00'), days: 2 }]],
    ['merged before Unpause was switched on', { rfc: { isOpen: false, isMerged: true }, rules: { configuredAt: on('03-06T00:00') }, acts: [did('merged', bob, '03-04T00:00')] }, []],
    ['closed', { rfc: { isOpen: false }, acts: [did('closed', bob, '03-04T00:00')] }, []],
  ])('tells how long each decision took: %s', (_, parts, expected) => {
    expect(course(parts).decisions).toEqual(expected);
  });

  it('tells who drove, how it ended, and whether with a note', () => {
    const handed = { ...term, ended: { at: on('03-04T00:00'), how: 'handed' as const, note: 'All heard but Erin.', source: aSource(dan) } };
    expect(course({ kept: { terms: [handed, { ...term, n: 2, holder: named(carol) }] } }).terms).toEqual([
      { holder: dan.id, startedAt: on('03-03T00:00'), endedAt: on('03-04T00:00'), ended: 'handed', hasNote: true },
      { holder: carol.id, startedAt: on('03-03T00:00'), endedAt: null, ended: null, hasNote: false },
    ]);
  });

  it('tells what became of requests for help', () => {
    const answered = { ...request, ended: { at: on('03-05T00:00'), how: 'acknowledged' as const } };
    expect(course({ kept: { escalations: [answered, request] } }).escalations).toEqual([
      { openedAt: on('03-03T00:00'), ended: 'acknowledged', days: 2 },
      { openedAt: on('03-03T00:00'), ended: null, days: null },
    ]);
  });

  it('is of the domain that the decision was made under', () => {
    const under: Under = { rung: 'consent', domain: 'api', zone: 'local', isSatisfied: true, missing: [], silent: [] };
    expect([course({}).domain, course({ kept: { decisions: [decided({ under })] } }).domain]).toEqual([null, 'api']);
  });
});

describe('isSettled', () => {
  it.each<[string, Parts, boolean, string]>([
    ['open', {}, false, openedAt],
    ['decided', { kept: { decisions: [decided()] } }, true, on('03-05T00:00')],
    ['opened again', { kept: { decisions: [decided({ reopened: { at: on('03-09T00:00'), by: named(carol), why: 'News.', source: aSource(carol) } })] } }, false, on('03-05T00:00')],
    ['closed after its decision', { rfc: { isOpen: false }, acts: [did('closed', bob, '03-07T00:00')], kept: { decisions: [decided()] } }, true, on('03-07T00:00')],
  ])('knows an RFC that is %s', (_, parts, expected, at) => {
    const all = sources(parts);
    expect([isSettled(all.snapshot, all.record), settledAt(all)]).toEqual([expected, new Date(at)]);
  });
});
