import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config/parse.ts';
import { checkOwnersKnown } from '../../src/github/check-owners-known.ts';
import type { LookUp } from '../../src/github/owner-look-up.ts';
import { createLinter } from '../../src/lib.ts';
import { rules } from '../../src/rules/registry.ts';

const now = new Date('2026-01-01T00:00:00Z');

async function check(text: string, configText = '') {
  const parsed = parseConfig(configText, { rules });
  if (!parsed.ok) throw new Error(parsed.mistakes.map(({ message }) => message).join('\n'));
  const { config } = parsed;
  const asked: string[] = [];
  const lookUp: LookUp = async (login) => {
    asked.push(login);
    return await Promise.resolve(login === 'alice' ? { kind: 'known' } : { kind: 'unknown' });
  };
  const sources = [{ path: 'a.md', text }];
  const linter = createLinter(config);
  const [result] = await checkOwnersKnown({ results: sources.map((source) => linter.lint(source, { now })), sources, config, lookUp });
  return { asked, result };
}

describe('checkOwnersKnown', () => {
  it('points at the owner in its line', async () => {
    const { result } = await check('# A\n\n**Decision Owner**: @bob\n');
    expect(result?.findings.find(({ rule }) => rule === 'decision-owner-known')).toMatchObject({ severity: 'error', line: 3, column: 21, endLine: 3, endColumn: 25 });
  });

  it('keeps findings in the order of the document', async () => {
    const { result } = await check('# A\n\n**Decision Owner**: @bob, @alice\n');
    const places = result?.findings.map(({ line, column }) => line * 1000 + column) ?? [];
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('asks for people only: no team, no name without a handle', async () => {
    expect((await check('**Decision Owner**: @acme/core, Carol Jones, @alice\n')).asked).toEqual(['alice']);
  });

  it('asks for nobody where the rule is off', async () => {
    expect((await check('**Decision Owner**: @bob\n', 'lint: { rules: { decision-owner-known: off } }')).asked).toEqual([]);
  });
});
