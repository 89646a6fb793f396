import { describe, expect, it } from '@jest/globals';
import { defaultConfig, type Config } from '../../src/config/schema.ts';
import { instantOf } from '../../src/decision/activity.ts';
import { newRecord } from '../../src/decision/record.ts';
import type { Effect } from '../../src/decision/plan.ts';
import { reconcile } from '../../src/decision/reconcile.ts';
import type { Snapshot } from '../../src/decision/snapshot.ts';
import { everybody } from '../support/a-command-context.ts';
import { aBody, aDocument, anIssue, anUnreadDocument, aSnapshot, headSha, now, ownerless, type SnapshotParts } from '../support/a-snapshot.ts';

/** Effects in a word each, as a table can hold them. */
function brief(effects: readonly Effect[]): string[] {
  return effects.map((effect) => {
    if (effect.kind === 'report-check') return `${effect.report.name} = ${effect.report.conclusion}`;
    if (effect.kind === 'add-label' || effect.kind === 'remove-label') return `${effect.kind} ${effect.name}`;
    return effect.kind;
  });
}

function effectsOf(parts: SnapshotParts, config: Partial<Config> = {}): string[] {
  return brief(planOf(aSnapshot(parts), config).effects);
}

function planOf(snapshot: Snapshot, config: Partial<Config> = {}) {
  return reconcile(snapshot, { ...defaultConfig, ...config }, now);
}

const bare = aDocument({ text: ownerless });
const status = { id: 5, body: '<!-- unpause:status -->\nText', createdAt: '2026-03-01T10:00:00Z', url: 'https://github.com/acme/rfcs/pull/7#c' };
const old = { lastHumanActivityAt: '2025-12-01T10:00:00Z' };

describe('reconcile', () => {
  it('leaves all but the check of the documents to the later version that wrote the record', () => {
    const plan = planOf(aSnapshot({ record: { kind: 'newer', version: 9 }, comments: [status] }), { 'require-decision': true });
    expect([brief(plan.effects), plan.record, plan.wakeAt]).toEqual([['document = success'], null, null]);
  });

  it.each<[string, SnapshotParts, string[]]>([
    ['passes an RFC that names its owner', {}, ['document = success', 'show-status']],
    ['asks for an owner', { documents: [bare] }, ['document = failure', 'add-label needs-decision-owner', 'show-status']],
    ['takes the label off once an owner is named', { rfc: { labels: ['rfc', 'needs-decision-owner'] } }, ['document = success', 'remove-label needs-decision-owner', 'show-status']],
    ['leaves the label where it is not known who decides', { rfc: { labels: ['RFC', 'needs-decision-owner'] }, documents: [anUnreadDocument()] }, ['document = failure', 'show-status']],
    ['labels a pull request that changes a document', { rfc: { labels: [] } }, ['document = success', 'add-label RFC', 'show-status']],
    ['keeps a required check from staying expected', { rfc: { labels: [] }, documents: [] }, ['document = neutral']],
    ['shows no check on an issue', { rfc: anIssue, documents: [aBody()] }, ['add-label needs-decision-owner', 'show-status']],
    ['leaves an issue without the label alone', { rfc: { ...anIssue, labels: [] }, documents: [aBody()] }, []],
    ['cleans up when an issue loses the label', { rfc: { ...anIssue, labels: ['needs-decision-owner'] }, documents: [aBody()], comments: [status] }, ['remove-label needs-decision-owner', 'remove-status']],
    ['leaves a label alone that somebody set on what never was an RFC', { rfc: { ...anIssue, labels: ['needs-decision-owner'] }, documents: [aBody()] }, []],
    ['does not release a pull request that still changes a document', { rfc: { labels: [] }, documents: [bare], comments: [status] }, ['document = failure', 'add-label RFC', 'add-label needs-decision-owner', 'show-status']],
    ['is quiet on a draft', { rfc: { isDraft: true, labels: [] }, documents: [bare] }, ['document = failure']],
    ['keeps the status of a draft current', { rfc: { isDraft: true }, comments: [status] }, ['document = success', 'show-status']],
    ['sends an old RFC no first status', { rfc: old }, ['document = success']],
    ['goes on with the status of an old RFC', { rfc: old, comments: [status] }, ['document = success', 'show-status']],
    ['starts nothing on a closed RFC', { rfc: { isOpen: false } }, []],
    ['says at the end that an RFC is closed, and asks its owner what was decided', { rfc: { isOpen: false, labels: ['RFC', 'needs-decision-owner'] }, people: everybody, comments: [status] }, ['remove-label needs-decision-owner', 'call', 'show-status']],
    ['fails a pull request that would break the config', { rules: { proposed: { path: '.github/unpause.yml', mistakes: [mistake()] } } }, ['document = failure', 'show-status']],
  ])('%s', (_, parts, expected) => {
    expect(effectsOf(parts)).toEqual(expected);
  });

  it('shows checks alone in a repository without a config, and says what it holds back', () => {
    const plan = planOf(aSnapshot({ rules: { isConfigured: false, configuredAt: null }, documents: [bare] }));
    expect(brief(plan.effects)).toEqual(['document = failure']);
    expect(brief(plan.withheld)).toEqual(['add-label needs-decision-owner', 'show-status']);
  });

  it.each<[string, SnapshotParts]>([
    ['a pull request without the label', { rfc: { labels: [] } }],
    ['an issue with the label', { rfc: anIssue, documents: [aBody()] }],
  ])('shows nothing on %s in a repository without a config', (_, parts) => {
    const plan = planOf(aSnapshot({ ...parts, rules: { isConfigured: false, configuredAt: null } }));
    expect({ effects: plan.effects, withheld: plan.withheld }).toEqual({ effects: [], withheld: [] });
  });

  it('shows checks alone in a dry run', () => {
    const plan = planOf(aSnapshot({ documents: [bare] }), { 'dry-run': true });
    expect(brief(plan.effects)).toEqual(['document = failure']);
    expect(brief(plan.withheld)).toEqual(['add-label needs-decision-owner', 'show-status']);
  });

  it.each<[string, SnapshotParts, string]>([
    ['for the owner to be named', { documents: [bare] }, 'decision = action_required'],
    ['for the decision', {}, 'decision = action_required'],
    ['for nothing where there is no RFC', { rfc: { labels: [] }, documents: [] }, 'decision = neutral'],
  ])('waits %s where a decision is required', (_, parts, expected) => {
    expect(effectsOf(parts, { 'require-decision': true })[1]).toBe(expected);
  });

  it('suggests what is missing, for a click on this commit alone', () => {
    const config: Config = defaultConfig;
    const document = aDocument({ text: ownerless, config, withTexts: true });
    const click = { id: 'd1', kind: 'insert-missing', sha: headSha } as const;
    expect(effectsOf({ documents: [document], clicks: [click] })).toContain('suggest');
    expect(effectsOf({ documents: [document], clicks: [{ ...click, sha: 'c'.repeat(40) }] })).not.toContain('suggest');
  });

  it('keeps when it first saw an RFC, from the record, its copy, or now', () => {
    const record = newRecord('2026-02-01T00:00:00.000Z');
    const seen = { ...record, owners: ['alice'], ownerIds: [{ id: 11, login: 'alice' }], wordings: [{ hash: aDocument().wording, at: instantOf(now.getTime()), editorial: null }] };
    expect(planOf(aSnapshot({ record: { kind: 'sound', record } })).record).toEqual(seen);
    expect(planOf(aSnapshot({ record: { kind: 'none', copy: record } })).record).toEqual(seen);
    expect(planOf(aSnapshot()).record).toEqual({ ...seen, firstSeenAt: now.toISOString() });
    expect(planOf(aSnapshot({ record: { kind: 'altered', copy: record } })).record).toEqual({ ...seen, rebuilt: { at: now.toISOString(), reason: 'altered' } });
  });

  it.each<[string, SnapshotParts, string | null]>([
    ['when a nudge is due', {}, '2026-03-05T09:00:00.000Z'],
    ['when something happens, on a draft', { rfc: { isDraft: true } }, null],
    ['soon, where GitHub did not say who somebody is', { documents: [withNotChecked()] }, '2026-03-02T10:30:00.000Z'],
    ['tomorrow, where a date is too far away', { documents: [aDocument({ text: '**Decision Owner**: @alice\n**Decide by**: 2030-01-01\n' })] }, '2026-03-03T10:00:00.000Z'],
    ['never, once it is closed', { rfc: { isOpen: false }, documents: [withNotChecked()] }, null],
  ])('looks again %s', (_, parts, expected) => {
    expect(planOf(aSnapshot(parts)).wakeAt).toBe(expected);
  });

  it('gives the same plan for the same snapshot', () => {
    const snapshot = aSnapshot({ documents: [bare] });
    expect(planOf(structuredClone(snapshot))).toEqual(planOf(snapshot));
  });
});

function mistake() {
  return { path: 'label', line: 1, column: 8, seen: '1', expected: 'text', message: 'Unexpected 1 in label, expected text', source: null };
}

function withNotChecked() {
  const document = aDocument();
  if (document.result === null) throw new Error('a document that was read');
  return { ...document, result: { ...document.result, notChecked: [{ rule: 'decision-owner-known', reason: 'GitHub is down' }] } };
}
