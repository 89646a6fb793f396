import { describe, expect, it } from '@jest/globals';
import { nearestWord } from '../../src/config/nearest-word.ts';

const candidates = ['label', 'labels', 'lint', 'nudge-after', 'decide-by', 'decideBy2', 'dri'];

describe('nearestWord', () => {
  it.each([
    ['labell', 'label'],
    ['lables', 'labels'],
    ['Lint', 'lint'],
    ['nudgeAfter', 'nudge-after'],
    ['nudge_after', 'nudge-after'],
    ['nugde-after', 'nudge-after'],
    ['nudjeaftre', 'nudge-after'],
    ['dir', 'dri'],
    ['decide-bye', 'decide-by'],
  ])('takes %s for %s', (word, meant) => {
    expect(nearestWord(word, candidates)).toBe(meant);
  });

  it.each(['banana', '', 'x', 'escalation', 'label'.repeat(100)])('has no guess for %j', (word) => {
    expect(nearestWord(word, candidates)).toBeNull();
  });

  it('takes the first of two that are equally near', () => {
    expect(nearestWord('cat', ['car', 'cap'])).toBe('car');
  });

  it('guesses nothing where there is nothing to choose from', () => {
    expect(nearestWord('label', [])).toBeNull();
  });
});
