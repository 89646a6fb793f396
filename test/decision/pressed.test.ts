import { describe, expect, it } from '@jest/globals';
import { defaultConfig, type Config } from '../../src/config/schema.ts';
import type { Account, ClickRequest, RoleButton } from '../../src/decision/snapshot.ts';
import { bob, dan, everybody, named } from '../support/a-command-context.ts';
import { aDocument, anIssue, aSnapshot, headSha, ownerless, type SnapshotParts } from '../support/a-snapshot.ts';
import { planInWords } from '../support/plan-in-words.ts';
import type { PureRfc } from '../../scripts/simulate/pure-rfc.ts';
import { aPureRfc } from '../support/pure-rfc.ts';

function click(kind: RoleButton, by: Account = bob, id = 'd-1'): ClickRequest {
  return { id, kind, sha: headSha, by: named(by) };
}

function anRfc(clicks: readonly ClickRequest[], parts: SnapshotParts = {}, config: Partial<Config> = {}): PureRfc {
  return aPureRfc(aSnapshot({ people: everybody, clicks, ...parts }), { ...defaultConfig, ...config }, new Date('2026-03-02T11:00:00Z'));
}

/** What the looks do after the checks, one after the other. */
function effects(rfc: PureRfc): string[][] {
  return [0, 1, 2].map(() => planInWords(rfc.look()).effects.filter((effect) => !/^document|^show-status/.test(effect)));
}

const bare = { documents: [aDocument({ text: ownerless })], rfc: { labels: ['RFC', 'needs-decision-owner'] } };

describe('a click on a button for a role', () => {
  it('is written down, and counts as a command once that is read', () => {
    const rfc = anRfc([click('take-dri')]);
    const [first, second, third] = effects(rfc);
    expect([first, third]).toEqual([['pressed to nobody'], []]);
    expect(second).toEqual([expect.stringMatching(/^\+1 on comment \d+$/), 'assign Bob']);
    expect(rfc.record()?.terms).toMatchObject([{ holder: named(bob), how: 'taken', source: { in: 'comment', by: bob.id } }]);
    expect(rfc.calls()).toEqual([]);
  });

  it('makes an owner of whoever clicked', () => {
    const rfc = anRfc([click('own-decision')], bare);
    effects(rfc);
    expect(rfc.record()?.namedOwner).toMatchObject({ person: named(bob), by: named(bob) });
  });

  it('is judged as a command is', () => {
    const rfc = anRfc([click('own-decision', dan)], bare);
    expect(effects(rfc)[1]).toEqual([expect.stringMatching(/^confused on comment/), expect.stringMatching(/^reply to dan: \/owner @dan .* = not-allowed triage,domain-owners$/)]);
    expect(rfc.record()?.namedOwner ?? null).toBeNull();
  });

  it('counts once, also where the look was cut off after it was written down', () => {
    const rfc = anRfc([click('take-dri')]);
    rfc.look(2);
    effects(rfc);
    rfc.settle();
    expect(rfc.snapshot().comments.filter(({ body }) => body.includes('unpause:event pressed.'))).toHaveLength(1);
    expect(rfc.record()?.terms).toHaveLength(1);
  });

  it('is two clicks where there were two', () => {
    const rfc = anRfc([click('take-dri', bob, 'd-1'), click('take-dri', dan, 'd-2')]);
    expect(effects(rfc)[0]).toEqual(['pressed to nobody', 'pressed to nobody']);
    rfc.settle();
    expect(rfc.record()?.terms.map(({ holder }) => holder.login)).toEqual(['Bob']);
  });

  it.each<[string, SnapshotParts, Partial<Config>]>([
    ['a dry run', {}, { 'dry-run': true }],
    ['a repository without a config', { rules: { isConfigured: false, configuredAt: null } }, {}],
  ])('does nothing in %s', (_, parts, config) => {
    expect(effects(anRfc([click('take-dri')], parts, config)).flat()).toEqual([]);
  });

  it('is nobody’s where it is not known who clicked', () => {
    expect(effects(anRfc([{ id: 'd-1', kind: 'take-dri', sha: headSha }])).flat()).toEqual([]);
  });
});

describe('the buttons for roles', () => {
  const nobody = { ...defaultConfig.commands, 'dri-take': ['nobody' as const] };
  it.each<[string, SnapshotParts, Partial<Config>, string[]]>([
    ['the temporary DRI on an RFC', {}, {}, ['take-dri']],
    ['both where nobody decides', bare, {}, ['own-decision', 'take-dri']],
    ['none that nobody may take', {}, { commands: nobody }, []],
    ['none on a draft', { rfc: { isDraft: true } }, {}, []],
    ['none in a dry run', {}, { 'dry-run': true }, []],
    ['none without a config', { rules: { isConfigured: false } }, {}, []],
    ['none where there is no RFC', { rfc: { labels: [] }, documents: [] }, {}, []],
    ['none on an issue, which has no checks', { rfc: anIssue }, {}, []],
  ])('are %s', (_, parts, config, expected) => {
    const { effects: planned } = anRfc([], parts, config).look();
    expect(planned.flatMap((effect) => (effect.kind === 'report-check' ? effect.report.offersRoles : []))).toEqual(expected);
  });
});
