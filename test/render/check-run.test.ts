import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultConfig, type Config } from '../../src/config/schema.ts';
import { reconcile } from '../../src/decision/reconcile.ts';
import type { CheckRunContent } from '../../src/decision/write.ts';
import { renderCheckRun } from '../../src/render/check-run.ts';
import { allowedIn } from '../../src/render/who-can.ts';
import { aBody, aDocument, anUnreadDocument, aSnapshot, now, ownerless, type SnapshotParts } from '../support/a-snapshot.ts';
import { runs, seed } from '../support/property-runs.ts';
import { anyReport, anyText } from './any-report.ts';

const bare = aDocument({ text: ownerless });
const mistake = { path: 'label', line: 4, column: 8, seen: '1', expected: 'text', message: 'Unexpected 1 in label, expected text', source: null };

function runsOf(parts: SnapshotParts, config: Partial<Config> = {}): CheckRunContent[] {
  const snapshot = aSnapshot(parts);
  const plan = reconcile(snapshot, { ...defaultConfig, ...config }, now);
  return plan.effects.flatMap((effect) =>
    effect.kind === 'report-check' ? [renderCheckRun(effect.report, { number: snapshot.rfc.number, rules: snapshot.rules, withheld: plan.withheld, allowed: allowedIn({ ...defaultConfig, ...config }), timezone: 'UTC' })] : [],
  );
}

function runOf(parts: SnapshotParts = {}, config: Partial<Config> = {}): CheckRunContent {
  const [run] = runsOf(parts, config);
  if (run === undefined) throw new Error('a check run');
  return run;
}

describe('renderCheckRun', () => {
  it.each<[string, SnapshotParts, string]>([
    ['who decides', {}, 'alice decides'],
    ['what is missing', { documents: [bare] }, '1 error, 1 advice in 1 document'],
    ['that there is no RFC', { rfc: { labels: [] }, documents: [] }, 'No RFC here'],
    ['what could not be read', { documents: [anUnreadDocument(), aDocument()] }, '1 document could not be read'],
    ['that a config would break', { rules: { proposed: { path: '.github/unpause.yml', mistakes: [mistake] } } }, '1 mistake in .github/unpause.yml'],
  ])('says %s in its title', (_, parts, expected) => {
    expect(runOf(parts).title).toBe(expected);
  });

  it.each<[string, SnapshotParts, string]>([
    ['for an owner', { documents: [bare] }, 'Waits for a Decision Owner'],
    ['for the owner', {}, 'Waits for alice to decide'],
  ])('says that the decision waits %s', (_, parts, expected) => {
    expect(runsOf(parts, { 'require-decision': true })[1]).toMatchObject({ name: 'Unpause: decision', conclusion: 'action_required', title: expected });
  });

  it('says what the rung asks for first, while the owner is not waited for', () => {
    const asking = aDocument({ text: '# A\n\n**Decision Owner**: @alice\n**Rung**: consent\n**Consulted**: @bob\n' });
    const people = [{ account: { id: 12, login: 'bob', isBot: false }, permission: null, isAssignable: null }];
    const { title, summary } = runsOf({ documents: [asking], people }, { 'require-decision': true })[1] ?? runOf();
    expect(title).toBe('On its way to a decision by consent; alice decides');
    expect(summary).toContain('**How it is decided:** by `consent`.');
    expect(summary).not.toContain('/decide accept');
  });

  describe('without require-decision', () => {
    const asking = aDocument({ text: '# A\n\n**Decision Owner**: @alice\n**Rung**: consent\n**Consulted**: @bob\n' });
    const people = [{ account: { id: 12, login: 'bob', isBot: false }, permission: null, isAssignable: null }];
    const rfc: SnapshotParts = { documents: [asking], people };

    it('tells on the check of the document how far the decision is, and concludes as before', () => {
      const [run, ...others] = runsOf(rfc);
      expect(others).toEqual([]);
      expect(run).toMatchObject({ name: 'Unpause: document', conclusion: 'success', title: '1 advice in 1 document' });
      expect(run?.summary).toContain('**How it is decided:** by `consent`.');
      expect(run?.summary).toMatch(/\*\*Needed first:\*\* its period/);
      expect(run?.summary).not.toContain('This check turns with the decision');
    });

    it.each<[string, SnapshotParts, Partial<Config>]>([
      ['the other check tells it', {}, { 'require-decision': true }],
      ['it is a dry run', {}, { 'dry-run': true }],
      ['nobody asked for Unpause', { rules: { isConfigured: false } }, {}],
    ])('tells nothing of it there where %s', (_, parts, config) => {
      expect(runOf({ ...rfc, ...parts }, config).summary).not.toContain('How it is decided');
    });
  });

  it('puts each finding on its line, with columns where it is one line', () => {
    const { annotations } = runOf({ documents: [aDocument({ text: '# A\n\n**Decision Owner**: @alice, @bob\n' })] });
    expect(annotations[0]).toMatchObject({ path: 'rfcs/0001-keys.md', start_line: 3, end_line: 3, start_column: 21, annotation_level: 'failure', title: 'Unpause: decision-owner-single' });
  });

  it('puts mistakes of a changed config on its lines', () => {
    const { annotations, conclusion } = runOf({ rules: { proposed: { path: '.github/unpause.yml', mistakes: [mistake] } } });
    expect(conclusion).toBe('failure');
    expect(annotations[0]).toMatchObject({ path: '.github/unpause.yml', start_line: 4, start_column: 8, message: mistake.message });
  });

  it('annotates no body: it has no lines that GitHub would show', () => {
    const run = runOf({ documents: [aBody()] });
    expect(run.annotations).toEqual([]);
    expect(run.summary).toContain('Missing Decision Owner');
  });

  it('says which config is in force when the files have mistakes', () => {
    const { summary } = runOf({ rules: { source: 'last-valid', mistakes: [mistake] } });
    expect(summary).toContain('so the last valid config is in force.');
    expect(summary).toContain('line 4, column 8: Unexpected 1 in label');
  });

  it('says what it would do with a config of the repository’s own', () => {
    const { summary, buttons } = runOf({ rules: { isConfigured: false, configuredAt: null }, documents: [bare] });
    expect(summary).toContain('it would also add the label “needs-decision-owner” and keep one status comment up to date.');
    expect(buttons).toEqual([]);
  });

  it('offers buttons where something can be added or taken on, within GitHub’s limits', () => {
    const { buttons } = runOf({ documents: [bare] });
    expect(buttons.map(({ identifier }) => identifier)).toEqual(['own-decision', 'take-dri', 'insert-missing']);
    for (const { label, description, identifier } of buttons) expect([label.length <= 20, description.length <= 40, identifier.length <= 20]).toEqual([true, true, true]);
    expect(runOf().buttons.map(({ identifier }) => identifier)).toEqual(['take-dri']);
  });

  it('has an external id that changes with what it says, and with nothing else', () => {
    const { externalId } = runOf();
    expect(externalId).toMatch(/^rfc-7-[0-9a-f]{16}$/);
    expect(runOf({ rfc: { updatedAt: '2026-03-02T00:00:00Z', lastHumanActivityAt: '2026-03-02T00:00:00Z' } }).externalId).toBe(externalId);
    expect(runOf({ documents: [bare] }).externalId).not.toBe(externalId);
    expect(runOf({ clicks: [{ id: 'd1', kind: 'rerun', sha: 'a'.repeat(40) }] }).externalId).toMatch(new RegExp(`^${externalId}-[0-9a-f]{16}$`));
  });

  it('stays within what GitHub takes, whatever the documents hold', () => {
    fc.assert(
      fc.property(anyReport, anyText, fc.constantFrom(1, 40), ({ results }, unread, times) => {
        const documents = Array.from({ length: times }, () => results).flat().map((result, index) => ({ ...aDocument(), path: `${result.path}${index}`, result }));
        const run = runOf({ documents: [...documents, { ...anUnreadDocument(), unread }], rules: { unread: [unread] } });
        expect(Buffer.byteLength(run.summary)).toBeLessThan(65_535);
        expect(run.title).not.toMatch(/[\n\r]/);
        for (const { start_line, end_line, start_column, title } of run.annotations) {
          expect(end_line).toBeGreaterThanOrEqual(start_line);
          expect(start_column === undefined || start_line === end_line).toBe(true);
          expect(title.length).toBeLessThanOrEqual(255);
        }
      }),
      { numRuns: runs({ desk: 30, ci: 300, long: 10_000 }), seed },
    );
  });
});
