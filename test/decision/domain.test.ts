import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config/parse.ts';
import { domainsOf } from '../../src/decision/domain.ts';
import { aDocument, aSnapshot, type SnapshotParts } from '../support/a-snapshot.ts';

const text = `domains:
  api: { when: { field: Public API, labels: api, paths: ['rfcs/api/**'] } }
  hiring: { when: { labels: [people, hiring] } }
`;

function domains(parts: SnapshotParts): string[] {
  const parsed = parseConfig(text, { rules: [] });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.mistakes));
  return domainsOf(aSnapshot(parts), parsed.config);
}

const inField = (domain: string) => [aDocument({ text: `**Decision Owner**: @alice\n**Domain**: ${domain}\n` })];

describe('domainsOf', () => {
  it.each<[string, SnapshotParts, string[]]>([
    ['the one whose name the document says', { documents: inField('API') }, ['api']],
    ['the one that its words mean', { documents: inField('public api') }, ['api']],
    ['all that the document says', { documents: inField('hiring, public api') }, ['api', 'hiring']],
    ['what the field says, whatever the labels are', { documents: inField('hiring'), rfc: { labels: ['API'] } }, ['hiring']],
    ['what the labels say', { rfc: { labels: ['RFC', 'People'] } }, ['hiring']],
    ['all that the labels say', { rfc: { labels: ['hiring', 'api'] } }, ['api', 'hiring']],
    ['what the files say', { documents: [aDocument({ path: 'rfcs/api/0001.md' })] }, ['api']],
    ['what the labels say, where the field says nothing that is known', { documents: inField('Gardening'), rfc: { labels: ['api'] } }, ['api']],
    ['what any changed file says, document or not', { changedPaths: ['rfcs/api/openapi.yaml'] }, ['api']],
    ['what the labels say, whatever else changes', { rfc: { labels: ['hiring'] }, changedPaths: ['rfcs/api/openapi.yaml'] }, ['hiring']],
    ['none', {}, []],
  ])('is %s', (_, parts, expected) => {
    expect(domains(parts)).toEqual(expected);
  });
});
