import { describe, expect, it } from '@jest/globals';
import { renderSweepSummary } from '../../src/render/sweep-summary.ts';
import { renderSweep, type SweepReport, type SweptRfc } from '../../src/render/sweep-text.ts';

const rfc: SweptRfc = {
  number: 7,
  title: 'Keys',
  url: 'https://github.com/acme/rfcs/issues/7',
  outcome: 'done',
  reason: null,
  explanation: ['rfc', 'open', 'drifting', 'nudge'],
  effects: ['nudge bob'],
  withheld: [],
  wakeAt: '2026-03-05T10:00:00.000Z',
};

const report = (rfcs: readonly SweptRfc[], parts: Partial<SweepReport> = {}): SweepReport => ({ version: 1, repository: 'acme/rfcs', bot: 'github-actions[bot]', dryRun: false, requests: 9, rfcs, stewards: null, left: [], notes: [], ...parts });

describe('renderSweep', () => {
  it('shows each RFC with its reason, what was done, and when it is looked at next', () => {
    expect(renderSweep(report([rfc], { notes: ['A note.'] }))).toBe(
      'acme/rfcs, as github-actions[bot]\n\n#7 Keys\n  why    rfc, open, drifting, nudge\n  did    nudge bob\n  next   2026-03-05T10:00:00.000Z\n\n1 RFC looked at with 9 requests.\nA note.\n',
    );
  });

  it('says what would be done, what is held back, and what failed', () => {
    const held: SweptRfc = { ...rfc, outcome: 'planned', effects: ['report the check'], withheld: ['nudge bob'], wakeAt: null };
    const failed: SweptRfc = { ...rfc, number: 8, title: '', url: '', outcome: 'failed', reason: 'No answer.', explanation: [], effects: [], wakeAt: null };
    const text = renderSweep(report([held, failed], { dryRun: true }));
    expect(text).toContain('acme/rfcs, as github-actions[bot]: a dry run, nothing is written\n');
    expect(text).toContain('  would  report the check\n  holds  nudge bob\n');
    expect(text).toContain('#8\n  failed No answer.\n');
  });

  it('says where there was nothing to do', () => {
    expect(renderSweep(report([{ ...rfc, effects: [] }]))).toContain('  nothing to do\n');
  });
});

describe('renderSweepSummary', () => {
  it('lists what moved, with a link, and counts the rest', () => {
    expect(renderSweepSummary(report([rfc, { ...rfc, number: 8, effects: [] }], { notes: ['A note.'] }))).toBe(
      '## Unpause\n\n- [\\#\u200b7 Keys](https://github.com/acme/rfcs/issues/7): nudge bob\n\n2 RFCs looked at with 9 requests; at 1 there was nothing to do.\n\n> A note.',
    );
  });

  it('lets no title and no reason be markup', () => {
    const summary = renderSweepSummary(report([{ ...rfc, title: '<img src=x> @acme/all ](https://evil.example)', reason: '**bold** @alice' }]));
    expect(summary).not.toMatch(/(?<!\\)<img|@acme|@alice|(?<!\\)\]\(https:\/\/evil|(?<!\\)\*\*bold/);
  });
});
