import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readTree } from '../../src/github/files.ts';
import { readCodeowners } from '../../src/github/read-codeowners.ts';
import { aPlace, type APlace } from './a-place.ts';

let place: APlace;

beforeAll(async () => {
  place = await aPlace();
});

afterAll(async () => {
  await place.close();
});

describe('readCodeowners', () => {
  it.each<[string, string[], string | null]>([
    ['.github', ['docs/CODEOWNERS', 'CODEOWNERS', '.github/CODEOWNERS'], '.github/CODEOWNERS'],
    ['the root', ['docs/CODEOWNERS', 'CODEOWNERS'], 'CODEOWNERS'],
    ['docs', ['docs/CODEOWNERS', 'rfcs/CODEOWNERS', 'x/CODEOWNERS', 'y/CODEOWNERS'], 'docs/CODEOWNERS'],
    ['nowhere else', ['rfcs/CODEOWNERS'], null],
  ])('finds the file in %s, from the tree and without it', async (_where, paths, path) => {
    const files = Object.fromEntries(paths.map((each) => [each, `* @alice # ${each}\n`]));
    const { world } = place.standIn;
    const repository = world.addRepository({ owner: 'acme', name: `owned-by-${paths.length}-${path === null ? 'nobody' : 'alice'}`, files });
    const where = { owner: 'acme', name: repository.name };
    const found = path === null ? null : { path, text: `* @alice # ${path}\n` };
    expect(await readCodeowners(place.github, where, await readTree(place.github, where, 'main'))).toEqual(found);
    expect(await readCodeowners(place.github, where, null)).toEqual(found);
  });
});
