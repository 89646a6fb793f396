import { describe, expect, it } from '@jest/globals';
import { numbersToLookAt } from '../../src/app/sweep.ts';
import type { ListedRfc } from '../../src/github/list-open-rfcs.ts';
import type { SeenRfc } from '../../src/store/rfc-index.ts';

const rules = { label: 'RFC', isConfigured: true, hash: 'r1' };

function listed(parts: Partial<ListedRfc> = {}): ListedRfc {
  return { number: 7, kind: 'pull-request', updatedAt: '2026-03-01T10:00:00Z', labels: [], ...parts };
}

function seen(parts: Partial<SeenRfc> = {}): Map<number, SeenRfc> {
  return new Map([[7, { number: 7, updatedAt: '2026-03-01T10:00:00Z', isOpen: true, isRfc: true, rules: 'r1', ...parts }]]);
}

describe('numbersToLookAt', () => {
  it.each<[string, ListedRfc[], Map<number, SeenRfc>, number[]]>([
    ['nothing that did not change', [listed()], seen(), []],
    ['what changed', [listed({ updatedAt: '2026-03-01T11:00:00Z' })], seen(), [7]],
    ['what was closed and is open again', [listed()], seen({ isOpen: false }), [7]],
    ['what is open no longer', [], seen(), [7]],
    ['what was judged by other rules', [listed()], seen({ rules: 'r0' }), [7]],
    ['nothing that was closed before', [], seen({ isOpen: false }), []],
    ['a pull request that was never seen', [listed()], new Map(), [7]],
    ['an issue with the label', [listed({ kind: 'issue', labels: ['rfc'] })], new Map(), [7]],
    ['no issue without the label', [listed({ kind: 'issue' })], new Map(), []],
    ['an issue that lost its label', [listed({ kind: 'issue', updatedAt: '2026-03-02T10:00:00Z' })], seen(), [7]],
  ])('finds %s', (_, list, index, expected) => {
    expect(numbersToLookAt(list, index, rules)).toEqual(expected);
  });

  it('finds only what carries the label in a repository without a config', () => {
    const list = [listed(), listed({ number: 8, labels: ['RFC'] }), listed({ number: 9, kind: 'issue' })];
    expect(numbersToLookAt(list, new Map(), { ...rules, isConfigured: false })).toEqual([8]);
  });
});
