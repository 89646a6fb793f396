/** A repository that was renamed, and its former name taken by another: links lead to what they are about, or nowhere. */
import { describe, expect, it } from '@jest/globals';
import { saveRepository } from '../../src/store/repositories.ts';
import { aLogEntry, bob, carol } from '../support/a-log-entry.ts';
import { anOpenRfc } from '../support/an-open-rfc.ts';
import { databases, useStore } from '../support/databases.ts';
import { fill, repositories, see, seeJson, wordsOf, type Filling } from './a-site.ts';

const { rfcs, secret } = repositories;
/** Takes the name that was given up. */
const successor = 4;
const source = { in: 'comment', id: 101, by: bob.id, hash: '0f1e2d3c4b5a6978' } as const;

const filling: Filling = {
  open: [[rfcs, 9, anOpenRfc({ title: 'Keep the old search', awaited: [{ person: carol.id, for: 'voice' }], progress: { closesAt: '2026-03-12T17:00:00Z' } })]],
  entries: [aLogEntry(), aLogEntry({ number: 8, question: 'Keep the keys', result: 'rejected', outcome: 'reject', domain: 'api' })],
  records: [[rfcs, 7, { tensions: [{ principle: 'small-steps', why: 'One leap', by: bob, at: '2026-03-05T10:00:00Z', source }] }]],
};
const lists = ['/open', '/closing', '/waiting', '/decisions', '/topics', '/principles'];

function linksOf(text: string): string[] {
  return Array.from(text.matchAll(/href="(\/rfcs\/[^"#]+)/g), ([, path = '']) => path);
}

describe.each(databases)('a renamed repository on $name', (kind) => {
  const { database } = useStore(kind);

  it.each(lists)('%s leads to it by the name that it has today', async (path) => {
    await fill(database(), filling);
    await saveRepository(database(), { repositoryId: rfcs, owner: 'acme', name: 'decisions', installation: 3 });
    const links = linksOf((await see(database(), path)).text);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(link).toMatch(/^\/rfcs\/acme\/decisions\//);
      expect((await see(database(), link)).status).toBe(200);
    }
  });

  it.each(lists)('%s links nothing by a name that another repository has taken', async (path) => {
    await fill(database(), filling);
    await saveRepository(database(), { repositoryId: successor, owner: 'acme', name: 'RFCs', installation: 3 });
    const all = await see(database(), path);
    expect(linksOf(all.text)).toEqual([]);
    expect(wordsOf(all.text)).toMatch(/acme\/rfcs/);
    // Who does not see the other one is led to the one that they see, and is told nothing of it.
    const reader = { person: carol, visible: [rfcs, secret] };
    const [link = ''] = linksOf((await see(database(), path, reader)).text);
    expect(wordsOf((await see(database(), link, reader)).text)).toMatch(/Rotate signing keys|Keep the/);
  });

  it('is called by its name of today in the data and in files, with the addresses on GitHub', async () => {
    await fill(database(), filling);
    await saveRepository(database(), { repositoryId: rfcs, owner: 'acme', name: 'decisions', installation: 3 });
    const { data } = await seeJson(database(), '/api/v1/decisions?text=rotate');
    const url = 'https://github.com/acme/decisions/pull/7';
    expect(data).toMatchObject({ decisions: [{ repository: { owner: 'acme', name: 'decisions', url: 'https://github.com/acme/decisions' }, url, sources: [{ url: `${url}#issuecomment-101` }] }] });
    for (const path of ['/decisions.json', '/decisions.csv', '/decisions.atom', '/rfcs/acme/decisions/7']) {
      const { text } = await see(database(), path);
      expect(text).toContain(url);
      expect(text).not.toContain('github.com/acme/rfcs');
    }
  });
});
