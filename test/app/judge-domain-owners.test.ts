import { describe, expect, it } from '@jest/globals';
import { judgeDomainOwners } from '../../src/app/judge-domain-owners.ts';
import { parseConfig } from '../../src/config/parse.ts';
import type { Config } from '../../src/config/schema.ts';
import type { TeamFacts } from '../../src/decision/people.ts';
import { rules } from '../../src/rules/registry.ts';
import { alice, bob } from '../support/a-command-context.ts';
import { aDocument, anUnreadDocument } from '../support/a-snapshot.ts';

function configOf(yaml: string): Config {
  const parsed = parseConfig(yaml, { rules });
  if (!parsed.ok) throw new Error(parsed.mistakes.map(({ message }) => message).join('; '));
  return parsed.config;
}

const domains = 'domains:\n  api: {owners: [carol, acme/api], when: {labels: [api]}}\n  lunch: {}\n';
const config = configOf(domains);
const withAlice: TeamFacts = { team: 'Acme/API', members: [alice] };

interface Case {
  fields?: string;
  teams?: readonly TeamFacts[];
  labels?: readonly string[];
  rulesOf?: Config;
}

/** What is said of the rule, and what of it was not checked, once the teams were looked up. */
function judged({ fields = '**Decision Owner**: @alice\n**Domain**: api', teams = [withAlice], labels = [], rulesOf = config }: Case): { found: string[]; unknown: number } {
  const document = aDocument({ text: `# Rotate keys\n\n${fields}\n`, config: rulesOf });
  const [{ result } = document] = judgeDomainOwners({ documents: [document], teams, labels, changedPaths: [], config: rulesOf });
  const found = (result?.findings ?? []).filter(({ rule }) => rule === 'decision-domain').map(({ severity, line, column, message }) => `${line}:${column} ${severity} ${message}`);
  return { found, unknown: (result?.notChecked ?? []).filter(({ rule }) => rule === 'decision-domain').length };
}

const foreign = '3:21 warning Unexpected owner `@bob` in the domain `api`, expected `@carol` or `@acme/api`, who may own decisions there';
const bobs = '**Decision Owner**: @bob\n**Domain**: api';

describe('whether an owner may own decisions in a domain', () => {
  it.each<[string, Case, ReturnType<typeof judged>]>([
    ['a member of a team may', {}, { found: [], unknown: 0 }],
    ['somebody else gets a warning that says who may', { fields: bobs }, { found: [foreign], unknown: 0 }],
    ['who is named may, whoever is in the team', { fields: bobs.replace('bob', 'Carol'), teams: [{ ...withAlice, members: null }] }, { found: [], unknown: 0 }],
    ['nobody knows where GitHub does not show the team', { fields: bobs, teams: [{ ...withAlice, members: null }] }, { found: [], unknown: 1 }],
    ['nobody knows where the team was not looked up', { fields: bobs, teams: [] }, { found: [], unknown: 1 }],
    ['anybody may where nobody is named', { fields: bobs.replace('api', 'lunch') }, { found: [], unknown: 0 }],
    ['it weighs as much as the config says', { fields: bobs, rulesOf: configOf(`${domains}lint: {rules: {decision-domain: error}}\n`) }, { found: [foreign.replace('warning', 'error')], unknown: 0 }],
    ['it is nobody\'s question where the rule is off', { fields: bobs, rulesOf: configOf(`${domains}lint: {rules: {decision-domain: off}}\n`) }, { found: [], unknown: 0 }],
    ['a document may suppress it, with a reason', { fields: `${bobs}\n\n<!-- unpause-disable decision-domain: Bob stands in for Alice in May. -->` }, { found: [], unknown: 0 }],
  ])('%s', (_, parts, expected) => {
    expect(judged(parts)).toEqual(expected);
  });

  it('is judged in the domain that a file beside the document tells', () => {
    const byFile = configOf("domains:\n  api: {owners: [acme/api], when: {paths: ['openapi/**']}}\n");
    const changedPaths = ['openapi/keys.yaml'];
    const document = aDocument({ text: '# Rotate keys\n\n**Decision Owner**: @bob\n', config: byFile, changed: changedPaths });
    const [judgedDocument] = judgeDomainOwners({ documents: [document], teams: [withAlice], labels: [], changedPaths, config: byFile });
    expect(judgedDocument?.result?.findings.map(({ message }) => message)).toContainEqual('Unexpected owner `@bob` in the domain `api`, expected `@acme/api`, who may own decisions there');
  });

  it('is left alone in what could not be read', () => {
    expect(judgeDomainOwners({ documents: [anUnreadDocument()], teams: [{ team: 'acme/api', members: [bob] }], labels: [], changedPaths: [], config })).toEqual([anUnreadDocument()]);
  });
});
