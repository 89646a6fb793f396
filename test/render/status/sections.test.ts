import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findCommands } from '../../../src/decision/commands/find-commands.ts';
import { nothingToLearn } from '../../../src/decision/learning.ts';
import { exampleDecision, exampleObjection, examplePause, examplePlace, exampleSource, exampleTerm } from '../../../src/render/messages/example-facts.ts';
import { bob } from '../../../src/render/messages/example-facts.ts';
import type { Progress } from '../../../src/render/status/progress.ts';
import { closedSections, closingSections, progressSections } from '../../../src/render/status/sections.ts';
import { runs, seed } from '../../support/property-runs.ts';
import { anyAttack, anyDecision, anyEscalation, anyHeard, anyLadder, anyLearning, anyNamedOwner, anyObjection, anyPause, anyReviewed, anyTension, anyTerm, anyVoice, anyWait, anyWords, inflate } from '../any-facts.ts';
import { spokenTo } from '../spoken-to.ts';

const numRuns = runs({ desk: 40, ci: 500, long: 10_000 });

const nothing: Progress = {
  record: { objections: [], escalations: [], voices: [], tensions: [], namedOwner: null, owners: [], ownersAt: null, ownersBefore: [], reviewOn: null },
  active: null,
  pause: null,
  heard: { asked: [], answered: [], open: [] },
  decided: null,
  unwritten: null,
  outside: null,
  needsSteward: false,
  ladder: null,
  waits: [],
  learning: nothingToLearn,
  commands: [],
};

function textOf(progress: Partial<Progress>): string {
  const whole = { ...nothing, ...progress };
  return [...progressSections(whole, examplePlace), ...closingSections(whole)].join('\n\n').replaceAll('\u200b', '');
}

const anyProgress: fc.Arbitrary<Progress> = fc.record({
  record: fc.record({
    objections: fc.array(anyObjection, { maxLength: 40 }),
    escalations: fc.array(anyEscalation, { maxLength: 4 }),
    voices: fc.array(anyVoice, { maxLength: 40 }),
    tensions: fc.array(anyTension, { maxLength: 20 }),
    namedOwner: fc.option(anyNamedOwner),
    owners: fc.array(anyWords, { maxLength: 10 }),
    ownersAt: fc.option(fc.constant('2026-03-04T09:00:00Z')),
    ownersBefore: fc.array(anyWords, { maxLength: 10 }),
    reviewOn: fc.constantFrom('2026-12-01', null),
  }),
  outside: fc.option(fc.record({ domains: fc.array(anyWords, { maxLength: 3 }), owners: fc.array(anyWords, { maxLength: 10 }) })),
  active: fc.option(fc.record({ term: anyTerm, reason: fc.constantFrom('pool' as const, null), isAssignable: fc.option(fc.boolean()) })),
  pause: fc.option(anyPause),
  heard: anyHeard,
  decided: fc.option(fc.record({ decision: fc.oneof(anyDecision, anyReviewed), confirm: fc.constantFrom('text-changed' as const, 'merged' as const, null) })),
  unwritten: fc.constantFrom('merged' as const, 'closed' as const, null),
  needsSteward: fc.boolean(),
  ladder: fc.option(anyLadder),
  learning: anyLearning,
  waits: fc.array(anyWait, { maxLength: 20 }),
  commands: fc.array(fc.record({ usage: fc.constant('/dri take [for STEP]'), help: fc.constant('Become temporary DRI.'), who: fc.constant('members') }), { maxLength: 80 }),
});

function expectHarmless(progress: Progress): void {
  const text = [...progressSections(progress, examplePlace), ...closingSections(progress)].join('\n\n');
  const { nodes, mentioned, html } = spokenTo(text);
  expect(mentioned).toEqual([]);
  expect(findCommands(text)).toEqual([]);
  // The two ends of what is folded.
  expect(html).toHaveLength(progress.commands.length === 0 ? 0 : 2);
  expect(text.length).toBeLessThan(16_000);
  for (const node of nodes) {
    expect(['root', 'html', 'paragraph', 'strong', 'list', 'listItem', 'text', 'link', 'inlineCode']).toContain(node.type);
    if (node.type === 'text') expect(node.value).not.toMatch(/#\d|:\/\/|\bGH-\d/i);
  }
}

describe('the sections of the status comment', () => {
  it('say nothing where there is nothing to say', () => {
    expect(textOf({})).toBe('');
    expect(closedSections(nothing, examplePlace)).toEqual([]);
  });

  it('say who drives the next step, which, until when, and why this person', () => {
    const text = textOf({ active: { term: { ...exampleTerm, how: 'asked', source: null }, reason: 'code-owner', isAssignable: true } });
    expect(text).toBe('**Who drives the next step:** @erin, temporary DRI until Friday 2026-03-13, 17:00 (Europe/Berlin). The step: to gather the views that are still open. Asked because they own files that it changes, and the rotation came to them.');
  });

  it.each([
    [false, true],
    [true, false],
    [null, false],
  ])('say that GitHub would not assign somebody only where it said so (%s)', (isAssignable, isSaid) => {
    expect(textOf({ active: { term: exampleTerm, reason: null, isAssignable } }).includes('GitHub does not let @erin be an assignee here; the term stands all the same.')).toBe(isSaid);
  });

  it.each([
    [['alice'], ['frank'], 'names @alice as Decision Owner; before, it named @frank.'],
    [[], ['frank'], 'names nobody as Decision Owner; before, it named @frank.'],
    [['alice'], [], 'names @alice as Decision Owner; before, it named nobody.'],
  ])('say that the text names %j as Decision Owner since a day, and %j before', (owners, ownersBefore, said) => {
    expect(textOf({ record: { ...nothing.record, owners, ownersBefore, ownersAt: '2026-03-04T23:30:00Z' } })).toBe(`**Changed on Thursday 2026-03-05:** since then, the text ${said}`);
  });

  it('say what the RFC waits for, whom, and since when', () => {
    expect(textOf({ pause: examplePause('awaiting-review') })).toBe('**What it waits for, since Tuesday 2026-03-03:** the views of those who were asked (@carol and @acme/security).');
  });

  it('leave out objections that are withdrawn, and show those that bind first', () => {
    const objections = [{ ...exampleObjection, isBinding: false, why: 'second' }, { ...exampleObjection, why: 'first' }, { ...exampleObjection, why: 'taken back', withdrawnAt: '2026-03-05T09:00:00Z' }];
    expect(textOf({ record: { ...nothing.record, objections } })).toMatch(/first.*\n.*second.*it binds nobody/);
    expect(textOf({ record: { ...nothing.record, objections } })).not.toContain('taken back');
  });

  it('say how many objections there are besides those that fit', () => {
    const objections = Array.from({ length: 30 }, () => exampleObjection);
    expect(textOf({ record: { ...nothing.record, objections } })).toMatch(/\n- … and \d+ more, in the comments\n/);
  });

  it('count the last word of a person alone', () => {
    const voices = [{ by: bob, stance: 'support', at: '2026-03-04T09:00:00Z', source: exampleSource(1, bob) }, { by: bob, stance: 'abstain', at: '2026-03-05T09:00:00Z', source: exampleSource(2, bob) }] as const;
    expect(textOf({ record: { ...nothing.record, voices: [...voices] } })).toBe('**Abstain:** @bob.');
  });

  it('say what was decided where nobody gave a reason', () => {
    expect(textOf({ decided: { decision: { ...exampleDecision, why: '' }, confirm: null } })).toBe('**Decision:** accepted on Monday 2026-03-16 by @alice ([comment](https://github.com/acme/rfcs/pull/7#issuecomment-1015)).');
  });

  it('say of what was merged after the question was opened again that no decision is written down', () => {
    const reopened = { at: '2026-03-18T09:00:00Z', by: bob, why: 'News.', source: exampleSource(3, bob) };
    const text = textOf({ decided: { decision: { ...exampleDecision, reopened }, confirm: 'merged' } });
    expect(text).toContain('Opened again by @bob on Wednesday 2026-03-18: “News.”');
    expect(text).toContain('**Decision:** not written down. The RFC was merged; the Decision Owner can say with `/decide confirm`');
  });

  it('keep of a closed RFC what was decided and what was objected', () => {
    const sections = closedSections({ ...nothing, decided: { decision: exampleDecision, confirm: null }, pause: examplePause('drifting'), record: { ...nothing.record, objections: [exampleObjection] } }, examplePlace);
    expect(sections.map((section) => section.slice(0, 13))).toEqual(['**Decision:**', '**Open object']);
  });

  it('link a review as a review', () => {
    const source = { ...exampleObjection.source, in: 'review' } as const;
    expect(textOf({ record: { ...nothing.record, objections: [{ ...exampleObjection, source }] } })).toContain('[review](https://github.com/acme/rfcs/pull/7#pullrequestreview-1004)');
  });

  it('notify, run and show nothing that users could make of them', () => {
    fc.assert(fc.property(anyProgress, expectHarmless), { numRuns, seed });
  });

  it('stay within their room whatever the length of what users wrote', () => {
    fc.assert(
      fc.property(anyProgress, anyAttack, (progress, attack) => {
        expectHarmless({ ...inflate(progress, attack), commands: progress.commands });
      }),
      { numRuns: numRuns / 10, seed },
    );
  });
});
