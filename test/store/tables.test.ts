import { describe, expect, it } from '@jest/globals';
import type { DocumentResult } from '../../src/lint/report.ts';
import { claimPost } from '../../src/store/chat-posts.ts';
import { keepClick, markClicksDone, pendingClicks, pruneClicks } from '../../src/store/clicks.ts';
import { keepConfig, readConfig } from '../../src/store/configs.ts';
import { countDeadLetters, dropDeadLetters, keepDeadLetter, listDeadLetters } from '../../src/store/dead-letters.ts';
import { keepReport, pruneReports, readReport } from '../../src/store/document-reports.ts';
import { keepAnswer, pruneAnswers, readAnswer } from '../../src/store/etags.ts';
import { forgetRefused, listRepositories, markSwept, readRepository, refuseRepository, saveRepository } from '../../src/store/repositories.ts';
import { findReviews, keepReviews } from '../../src/store/principle-reviews.ts';
import { claimDue, readRfc, saveRfc } from '../../src/store/rfc-index.ts';
import { databases, useStore } from '../support/databases.ts';

const now = new Date('2026-11-21T12:00:00Z');

function hoursAway(hours: number): Date {
  return new Date(now.getTime() + hours * 3600_000);
}

/** A text with everything that is hard to keep. */
const awkward = 'naïve 🦀 \u0000 \\u0000 "quoted" \r\n';

describe.each(databases)('the tables on $name', (kind) => {
  const { database } = useStore(kind);

  describe('answers of GitHub with their ETags', () => {
    const key = { installation: 3, url: 'https://api.github.com/repos/acme/rfcs/pulls?page=2' };
    const answer = { etag: 'W/"1"', body: awkward, link: '<https://api.github.com/x>; rel="next"' };

    it('gives back an answer until it expires', async () => {
      await keepAnswer(database(), key, { ...answer, expiresAt: hoursAway(1) });
      expect(await readAnswer(database(), key, now)).toEqual(answer);
      expect(await readAnswer(database(), key, hoursAway(1))).toBeNull();
    });

    it('keeps answers of installations and URLs apart', async () => {
      await keepAnswer(database(), key, { ...answer, expiresAt: hoursAway(1) });
      expect(await readAnswer(database(), { ...key, installation: 4 }, now)).toBeNull();
      expect(await readAnswer(database(), { ...key, url: `${key.url}0` }, now)).toBeNull();
    });

    it('replaces an answer by a later one', async () => {
      await keepAnswer(database(), key, { ...answer, expiresAt: hoursAway(1) });
      await keepAnswer(database(), key, { etag: '"2"', body: '[]', link: null, expiresAt: hoursAway(2) });
      expect(await readAnswer(database(), key, hoursAway(1))).toEqual({ etag: '"2"', body: '[]', link: null });
    });

    it('keeps no answer of more than a megabyte, nor the one before it', async () => {
      await keepAnswer(database(), key, { ...answer, expiresAt: hoursAway(1) });
      await keepAnswer(database(), key, { ...answer, body: 'x'.repeat(1_000_001), expiresAt: hoursAway(1) });
      expect(await readAnswer(database(), key, now)).toBeNull();
    });

    it('leaves a URL alone that is too long to look up', async () => {
      const long = { ...key, url: `${key.url}&q=${'%C3%A9'.repeat(1000)}` };
      await keepAnswer(database(), long, { ...answer, expiresAt: hoursAway(1) });
      expect(await readAnswer(database(), long, now)).toBeNull();
    });

    it('drops what has expired, and nothing else', async () => {
      await keepAnswer(database(), key, { ...answer, expiresAt: hoursAway(1) });
      await keepAnswer(database(), { ...key, installation: 4 }, { ...answer, expiresAt: hoursAway(3) });
      await pruneAnswers(database(), hoursAway(2));
      expect(await readAnswer(database(), key, now)).toBeNull();
      expect(await readAnswer(database(), { ...key, installation: 4 }, now)).toEqual(answer);
    });
  });

  describe('reports of documents', () => {
    const result: DocumentResult = {
      path: `rfcs/${awkward}.md`,
      decision: { present: false, field: null, form: null, line: null, placeholder: false, owners: [] },
      fields: {},
      consulted: [],
      findings: [],
      notChecked: [],
    };
    const known = { result, wording: '0123456789abcdef' };
    const key = { blob: 'b'.repeat(40), settings: 's' };

    it('gives back a report for the same bytes under the same settings', async () => {
      await keepReport(database(), key, { known, now });
      expect(await readReport(database(), key, now)).toEqual(known);
      expect(await readReport(database(), { ...key, settings: 't' }, now)).toBeNull();
      expect(await readReport(database(), { ...key, blob: 'c'.repeat(40) }, now)).toBeNull();
    });

    it('takes the same report twice', async () => {
      await keepReport(database(), key, { known, now });
      await keepReport(database(), key, { known, now: hoursAway(1) });
      expect(await readReport(database(), key, now)).toEqual(known);
    });

    it('drops a report that nobody used, and none that somebody did', async () => {
      await keepReport(database(), key, { known, now });
      await keepReport(database(), { ...key, settings: 'unused' }, { known, now });
      await readReport(database(), key, hoursAway(48));
      await pruneReports(database(), hoursAway(24));
      expect(await readReport(database(), key, now)).toEqual(known);
      expect(await readReport(database(), { ...key, settings: 'unused' }, now)).toBeNull();
    });
  });

  describe('the last valid config', () => {
    it('is given back, text for text', async () => {
      const config = { texts: [{ name: 'acme/rfcs/.github/unpause.yml', text: awkward }, { name: 'acme/.github/.github/unpause.yml', text: '' }], keptAt: now, configuredAt: null };
      await keepConfig(database(), 7, config);
      expect(await readConfig(database(), 7)).toEqual(config);
      expect(await readConfig(database(), 8)).toBeNull();
    });

    it('gives way to a later one', async () => {
      await keepConfig(database(), 7, { texts: [{ name: 'a', text: 'b' }], keptAt: now, configuredAt: null });
      const later = { texts: [], keptAt: hoursAway(1), configuredAt: '2026-11-01T00:00:00Z' };
      await keepConfig(database(), 7, later);
      expect(await readConfig(database(), 7)).toEqual(later);
    });
  });

  describe('clicks', () => {
    const place = { owner: 'Acme', repo: 'RFCs', number: 7 };
    const click = { id: 'delivery-1', kind: 'rerun' as const, sha: 'a'.repeat(40) };

    it('wait until they are done, the oldest first, whatever the case of the names', async () => {
      await keepClick(database(), place, { ...click, id: 'delivery-2', kind: 'insert-missing', createdAt: hoursAway(1) });
      await keepClick(database(), place, { ...click, createdAt: now });
      const pending = await pendingClicks(database(), { ...place, owner: 'acme', repo: 'rfcs' });
      expect(pending).toEqual([click, { ...click, id: 'delivery-2', kind: 'insert-missing' }]);
      await markClicksDone(database(), ['delivery-1'], hoursAway(2));
      expect(await pendingClicks(database(), place)).toEqual([{ ...click, id: 'delivery-2', kind: 'insert-missing' }]);
    });

    it('are done once, though their delivery comes again', async () => {
      await keepClick(database(), place, { ...click, createdAt: now });
      await keepClick(database(), place, { ...click, createdAt: now });
      expect(await pendingClicks(database(), place)).toEqual([click]);
      await markClicksDone(database(), [click.id], now);
      await keepClick(database(), place, { ...click, createdAt: hoursAway(1) });
      expect(await pendingClicks(database(), place)).toEqual([]);
    });

    it('remember who clicked, where that is said', async () => {
      const taken = { ...click, kind: 'take-dri' as const, by: { id: 12, login: 'bob' } };
      await keepClick(database(), place, { ...taken, createdAt: now });
      expect(await pendingClicks(database(), place)).toEqual([taken]);
    });

    it('belong to one RFC', async () => {
      await keepClick(database(), place, { ...click, createdAt: now });
      expect(await pendingClicks(database(), { ...place, number: 8 })).toEqual([]);
      expect(await pendingClicks(database(), { ...place, repo: 'other' })).toEqual([]);
    });

    it('are dropped when they are old, done or not', async () => {
      await keepClick(database(), place, { ...click, createdAt: now });
      await pruneClicks(database(), hoursAway(1));
      expect(await pendingClicks(database(), place)).toEqual([]);
    });

    it('can be none', async () => {
      await expect(markClicksDone(database(), [], now)).resolves.toBeUndefined();
    });
  });

  describe('dead letters', () => {
    const letter = { key: 'acme/rfcs#7', reason: 'GitHub answered 500', attempts: 6, failedAt: now, data: { kind: 'rfc', number: 7 } };

    it('are counted, listed with the latest first, and dropped by their keys', async () => {
      const later = { ...letter, key: 'acme/rfcs#8', failedAt: hoursAway(1), data: null };
      await keepDeadLetter(database(), letter);
      await keepDeadLetter(database(), later);
      expect(await countDeadLetters(database())).toBe(2);
      expect(await listDeadLetters(database())).toEqual([later, letter]);
      expect(await listDeadLetters(database(), 1)).toEqual([later]);
      await dropDeadLetters(database(), [later.key, 'acme/rfcs#9']);
      await dropDeadLetters(database(), []);
      expect(await listDeadLetters(database())).toEqual([letter]);
    });

    it('keep the last reason of a key', async () => {
      await keepDeadLetter(database(), letter);
      await keepDeadLetter(database(), { ...letter, reason: 'GitHub answered 502', attempts: 3 });
      expect(await listDeadLetters(database())).toEqual([{ ...letter, reason: 'GitHub answered 502', attempts: 3 }]);
    });
  });

  describe('repositories', () => {
    const address = { repositoryId: 7, owner: 'acme', name: 'rfcs', installation: 3 };
    const rfc = {
      repositoryId: 7,
      number: 1,
      owner: 'acme',
      repo: 'rfcs',
      installation: 3,
      kind: 'issue' as const,
      isOpen: true,
      isRfc: true,
      headSha: null,
      updatedAt: '2026-11-20T08:00:00Z',
      seenAt: now,
      wakeAt: now,
      rules: 'r1',
      record: null,
    };

    it('begin active and never swept', async () => {
      await saveRepository(database(), address);
      expect(await readRepository(database(), 7)).toEqual({ ...address, state: 'active', reason: null, lastSweptAt: null });
      expect(await readRepository(database(), 8)).toBeNull();
    });

    it('take their RFCs along when they are renamed or change hands', async () => {
      await saveRepository(database(), address);
      await saveRfc(database(), rfc);
      await markSwept(database(), 7, now);
      await saveRepository(database(), { ...address, owner: 'Umbrella', name: 'proposals', installation: 4 });
      expect(await readRepository(database(), 7)).toMatchObject({ owner: 'Umbrella', name: 'proposals', installation: 4, lastSweptAt: now });
      const due = await claimDue(database(), { now, limit: 1, leaseFor: 1 });
      expect(due).toEqual([{ owner: 'Umbrella', repo: 'proposals', installation: 4, number: 1 }]);
    });

    it('sleep while they are refused, and are active once they are saved again', async () => {
      await saveRepository(database(), address);
      await saveRfc(database(), rfc);
      await refuseRepository(database(), 7, { reason: 'GitHub answered 451', at: now });
      expect(await readRepository(database(), 7)).toMatchObject({ state: 'refused', reason: 'GitHub answered 451' });
      expect(await claimDue(database(), { now, limit: 1, leaseFor: 1 })).toEqual([]);
      await saveRepository(database(), address);
      expect(await readRepository(database(), 7)).toMatchObject({ state: 'active', reason: null });
      // Nothing wakes its RFCs: that no rules are theirs is what the next sweep finds them by.
      expect(await readRfc(database(), rfc)).toMatchObject({ wakeAt: null, rules: '' });
    });

    it('are listed with the least recently swept first', async () => {
      for (const repositoryId of [1, 2, 3, 4]) await saveRepository(database(), { ...address, repositoryId, installation: repositoryId === 4 ? 9 : 3 });
      await markSwept(database(), 1, hoursAway(2));
      await markSwept(database(), 2, hoursAway(1));
      const ids = async (installation?: number) => (await listRepositories(database(), installation)).map(({ repositoryId }) => repositoryId);
      expect(await ids()).toEqual([3, 4, 2, 1]);
      expect(await ids(3)).toEqual([3, 2, 1]);
    });

    it('are forgotten with all that is kept of them, once they were out of reach for long', async () => {
      for (const repositoryId of [7, 8, 9]) {
        await saveRepository(database(), { ...address, repositoryId });
        await saveRfc(database(), { ...rfc, repositoryId });
        await keepConfig(database(), repositoryId, { texts: [], keptAt: now, configuredAt: null });
        await claimPost(database(), { repositoryId, event: 'digest 2026-W10' }, now);
        await keepReviews(database(), repositoryId, [{ principle: 'P1', number: 3, url: 'https://example.com/3', askedAt: now.toISOString(), closedAt: null, ending: null }]);
      }
      await refuseRepository(database(), 7, { reason: 'GitHub answered 404', at: hoursAway(-3) });
      await refuseRepository(database(), 7, { reason: 'GitHub answered 404', at: now });
      await refuseRepository(database(), 8, { reason: 'GitHub answered 404', at: now });
      expect(await forgetRefused(database(), hoursAway(-1))).toEqual([`${address.owner}/${address.name}`]);
      expect(await readRepository(database(), 7)).toBeNull();
      expect(await readConfig(database(), 7)).toBeNull();
      expect(await readRfc(database(), { ...rfc, repositoryId: 7 })).toBeNull();
      expect(await claimPost(database(), { repositoryId: 7, event: 'digest 2026-W10' }, now)).toBe(1);
      expect((await findReviews(database(), { repositories: 'all' })).map(({ repositoryId }) => repositoryId)).toEqual([8, 9]);
      for (const repositoryId of [8, 9]) expect(await readRfc(database(), { ...rfc, repositoryId })).not.toBeNull();
    });

    it('are not forgotten where they came back', async () => {
      await saveRepository(database(), address);
      await refuseRepository(database(), 7, { reason: 'GitHub answered 404', at: hoursAway(-3) });
      await saveRepository(database(), address);
      expect(await forgetRefused(database(), now)).toEqual([]);
    });
  });
});
