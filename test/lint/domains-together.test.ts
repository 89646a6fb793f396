import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config/parse.ts';
import { createLinter } from '../../src/lib.ts';
import { domainsTogether } from '../../src/lint/domains-together.ts';
import { decisionDomain } from '../../src/rules/decision-domain.ts';
import { rules } from '../../src/rules/registry.ts';

/** What is said of each document's domain, of those that an RFC has together. */
function found(fields: readonly string[], more = ''): string[][] {
  const parsed = parseConfig(`domains: {api: {when: {field: Public API}}, sec: {}, web: {when: {labels: ui}}}\n${more}`, { rules });
  if (!parsed.ok) throw new Error(parsed.mistakes.map(({ message }) => message).join('; '));
  const linter = createLinter(parsed.config);
  const results = fields.map((field, index) => linter.lint({ path: `rfcs/${index}.md`, text: `# T\n\n**Decision Owner**: @alice\n${field}\n`, labels: [], changed: [] }, { now: new Date('2026-11-21T09:00:00Z') }));
  const together = domainsTogether(results, { config: parsed.config, rule: decisionDomain, labels: [] });
  return together.map(({ findings }) => findings.filter(({ rule }) => rule === 'decision-domain').map(({ severity, line, message }) => `${line} ${severity} ${message}`));
}

const two = '4 warning Unexpected 2 domains (api, sec) in the documents of one RFC, expected one: write the same in each; until then, the widest of their rules holds';

describe('domainsTogether', () => {
  it.each<[string, string[], unknown[][]]>([
    ['names both where two documents name one each', ['**Domain**: sec', '**Domain**: api'], [[two], [two]]],
    ['says nothing of those that name the same in other words', ['**Domain**: api', '**Domain**: Public API'], [[], []]],
    ['says nothing of a single document', ['**Domain**: api'], [[]]],
    ['leaves alone what names no domain that is known', ['**Domain**: api', '**Domain**: sec', '**Domain**: gardening'], [[two], [two], [expect.stringContaining('gardening')]]],
    ['tells nobody twice', ['**Domain**: api, sec', '**Domain**: sec'], [[expect.stringContaining('Unexpected 2 domains (api, sec), expected one')], [two]]],
  ])('%s', (_, fields, expected) => {
    expect(found(fields)).toEqual(expected);
  });

  it('weighs as much as the rule, and is off with it', () => {
    const fields = ['**Domain**: sec', '**Domain**: api'];
    expect(found(fields, 'lint: {rules: {decision-domain: error}}\n')[0]).toEqual([two.replace('warning', 'error')]);
    expect(found(fields, 'lint: {rules: {decision-domain: off}}\n')).toEqual([[], []]);
  });
});
