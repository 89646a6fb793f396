import { describe, expect, it } from '@jest/globals';
import { renameInEntry } from '../../../src/decision/log/rename.ts';
import { aLogEntry } from '../../support/a-log-entry.ts';

const fork = 'https://github.com/bob/rfcs/blob/keys/rfcs/0001-keys.md';

describe('renameInEntry', () => {
  it('calls the repository, and all that lies in it, by its name of today', () => {
    const entry = aLogEntry({ documents: [{ path: 'a.md', url: 'https://github.com/acme/rfcs/pull/7/files' }, { path: 'b.md', url: fork }, { path: 'c.md', url: null }] });
    const renamed = renameInEntry(entry, { owner: 'acme-two', name: 'decisions' });
    expect(renamed).toEqual({
      ...entry,
      repository: { ...entry.repository, owner: 'acme-two', name: 'decisions', url: 'https://github.com/acme-two/decisions' },
      url: 'https://github.com/acme-two/decisions/pull/7',
      documents: [{ path: 'a.md', url: 'https://github.com/acme-two/decisions/pull/7/files' }, { path: 'b.md', url: fork }, { path: 'c.md', url: null }],
      voices: [{ ...entry.voices[0], url: 'https://github.com/acme-two/decisions/pull/7#pullrequestreview-201' }, entry.voices[1]],
      sources: entry.sources.map((source) => ({ ...source, url: 'https://github.com/acme-two/decisions/pull/7#issuecomment-101' })),
    });
  });

  it('leaves what is named so already as it is, and what begins alike', () => {
    const entry = aLogEntry({ url: 'https://github.com/acme/rfcs-old/pull/7' });
    expect(renameInEntry(entry, { owner: 'acme', name: 'rfcs' })).toBe(entry);
    expect(renameInEntry(entry, { owner: 'acme', name: 'decisions' }).url).toBe(entry.url);
  });
});
