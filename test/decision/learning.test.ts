import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config/parse.ts';
import { learningOf, type Learning } from '../../src/decision/learning.ts';
import type { Decision, Record } from '../../src/decision/record-schema.ts';
import { rules } from '../../src/rules/registry.ts';
import { alice, aRecord, aSource, bob, carol, everybody, named } from '../support/a-command-context.ts';
import { aDocument, aSnapshot, type SnapshotParts } from '../support/a-snapshot.ts';

const parsed = parseConfig(
  `
principles:
  - {id: data-stays-local, text: Data stays local}
  - {id: boring-first, text: We take the boring way first}
stewards: {pool: [carol]}
domains:
  api: {zone: principle-check, rung: consent, topics: [Key rotation]}
  hiring: {zone: centre-aware}
  lunch: {}
`,
  { rules },
);
if (!parsed.ok) throw new Error(parsed.mistakes.map(({ message }) => message).join('; '));
const { config } = parsed;

const decision: Decision = { n: 1, outcome: 'accept', by: named(alice), owner: named(alice), why: 'Yes.', at: '2026-03-10T10:00:00Z', source: aSource(alice, 50), texts: [], confirmed: null, reopened: null, under: null, reviewed: null };
const citation = { principle: 'boring-first', by: named(bob), at: '2026-03-02T10:00:00Z', source: aSource(bob, 51) };

function learnt(fields: string, { record, snapshot }: { record?: Partial<Record>; snapshot?: SnapshotParts } = {}): Learning {
  const documents = [aDocument({ text: `# Rotate keys\n\n**Decision Owner**: @alice\n${fields}\n`, config })];
  return learningOf({ snapshot: aSnapshot({ documents, people: everybody, ...snapshot }), record: aRecord(record), config });
}

const nothing: Learning = { topic: null, cited: [], worthALook: null, told: null };
const inDocument = { principle: 'data-stays-local', text: 'Data stays local', by: null };
const byBob = { principle: 'boring-first', text: 'We take the boring way first', by: citation };
const earlier = [{ number: 3, n: 1, url: 'https://github.com/acme/rfcs/pull/3', question: 'Rotate keys', result: 'rejected' as const, at: '2025-03-02T10:00:00Z', domain: 'api' }];

describe('what an RFC shows of principles', () => {
  it.each<[string, Learning, Learning]>([
    ['nothing where none is cited', learnt('**Domain**: lunch'), nothing],
    ['those that the document cites', learnt('**Principles**: Data stays local'), { ...nothing, cited: [inDocument] }],
    ['those that somebody cited with a command after them', learnt('**Principles**: data-stays-local', { record: { citations: [citation] } }), { ...nothing, cited: [inDocument, byBob] }],
    ['each of them once', learnt('**Principles**: boring-first', { record: { citations: [citation] } }), { ...nothing, cited: [{ ...byBob, by: null }] }],
    ['none of those that the config does not know', learnt('**Principles**: speed'), nothing],
    ['words that somebody cited and the config does not know', learnt('', { record: { citations: [{ ...citation, principle: 'Least surprise' }] } }), { ...nothing, cited: [{ principle: 'Least surprise', text: null, by: { ...citation, principle: 'Least surprise' } }] }],
    ['which may be worth a look in the zone `principle-check`', learnt('**Domain**: api'), { ...nothing, worthALook: { domain: 'api', principles: ['data-stays-local', 'boring-first'] } }],
    ['no advice once one is cited', learnt('**Domain**: api', { record: { citations: [citation] } }), { ...nothing, cited: [byBob] }],
    ['no advice once it is decided', learnt('**Domain**: api', { record: { decisions: [{ ...decision, under: { rung: 'consent', domain: 'api', zone: 'principle-check', isSatisfied: true, missing: [], silent: [] } }] } }), nothing],
  ])('%s', (_, shown, expected) => {
    expect(shown).toEqual(expected);
  });
});

describe('what an RFC shows of others', () => {
  it.each<[string, Learning, Learning]>([
    ['the stewards, where it reaches the whole', learnt('**Domain**: hiring'), { ...nothing, told: { domain: 'hiring', people: [carol], more: 0, hidden: [] } }],
    ['earlier decisions on its topic, as the config writes it', learnt('**Topic**: key  rotation', { snapshot: { earlier } }), { ...nothing, topic: { name: 'Key rotation', earlier } }],
    ['a topic that the config does not know, as it is written', learnt('**Topic**: Key length'), { ...nothing, topic: { name: 'Key length', earlier: [] } }],
    ['that no log is at hand', learnt('**Topic**: Key length', { snapshot: { earlier: null } }), { ...nothing, topic: { name: 'Key length', earlier: null } }],
    ['no topic for a placeholder', learnt('**Topic**: TBD'), nothing],
    ['of two domains the zone that reaches further', learnt('**Domain**: hiring, api'), { ...nothing, told: { domain: 'api', people: [carol], more: 0, hidden: [] } }],
  ])('%s', (_, shown, expected) => {
    expect(shown).toEqual(expected);
  });
});
