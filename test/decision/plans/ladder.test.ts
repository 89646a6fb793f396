import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { rungs } from '../../../src/config/schema-domains.ts';
import { situations } from '../../support/ladder-cases.ts';
import { storyOf } from '../../support/ladder-story.ts';

const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'ladder');

/** What is expected in each situation, by its name: everything up to the next name. */
function expectedOn(rung: string): Map<string, string> {
  const [, ...stories] = readFileSync(join(folder, `${rung}.txt`), 'utf8').split(/^=== /m);
  return new Map(stories.map((story) => [story.slice(0, story.indexOf('\n')), story.slice(story.indexOf('\n')).trim()]));
}

describe.each(rungs)('a decision on the rung %s', (rung) => {
  const expected = expectedOn(rung);

  it('is told of in every situation', () => {
    expect([...expected.keys()]).toEqual(Object.keys(situations));
  });

  it.each(Object.entries(situations))('is explained and planned: %s', (name, situation) => {
    expect(storyOf(rung, situation)).toBe(expected.get(name));
  });
});
