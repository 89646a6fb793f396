import { describe, expect, it } from '@jest/globals';
import { lastHumanActivity, mentionedAccounts, ownComments, type TimelineEvent } from '../../src/github/read-timeline.ts';

const app = { id: 1, slug: 'unpause', login: 'unpause[bot]' };
const alice = { id: 10, login: 'alice', type: 'User' };
const bot = { id: 11, login: 'unpause[bot]', type: 'Bot' };
const opened = { createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-03-01T00:00:00Z' };
const later = '2026-02-01T09:00:00Z';

const last = (...timeline: TimelineEvent[]): string => lastHumanActivity(timeline, opened);

describe('lastHumanActivity', () => {
  it.each<[string, TimelineEvent]>([
    ['a comment', { event: 'commented', user: alice, created_at: later }],
    ['a review', { event: 'reviewed', user: alice, submitted_at: later }],
    ['review comments', { event: 'line-commented', comments: [{ user: bot, created_at: '2026-02-09T00:00:00Z' }, { user: alice, created_at: later }] }],
    ['a label', { event: 'labeled', actor: alice, created_at: later }],
    ['an assignment by a person', { event: 'assigned', actor: bot, assigner: alice, created_at: later }],
    ['a push', { event: 'head_ref_force_pushed', actor: alice, created_at: later }],
    ['a commit', { event: 'committed', author: { name: 'Alice', email: 'a@example.org', date: later }, committer: { date: '2026-02-01T10:00:00+01:00' } }],
    ['somebody whose account is gone', { event: 'commented', user: null, created_at: later }],
  ])('counts %s', (_case, event) => {
    expect(last(event)).toBe(later);
  });

  it.each<[string, TimelineEvent]>([
    ['what a bot does', { event: 'labeled', actor: bot, created_at: later }],
    ['a bot that GitHub gives as a user', { event: 'commented', user: { ...alice, login: 'renovate[bot]' }, created_at: later }],
    ['a commit by a bot', { event: 'committed', author: { name: 'renovate[bot]', email: 'bot@example.org' }, committer: { date: later } }],
    ['a commit that claims to be from the future', { event: 'committed', author: { name: 'Alice' }, committer: { date: '2031-01-01T00:00:00Z' } }],
    ['a commit without a sound date', { event: 'committed', author: { name: 'Alice' }, committer: { date: 'yesterday' } }],
    ['being mentioned', { event: 'mentioned', actor: alice, created_at: later }],
    ['being subscribed', { event: 'subscribed', actor: alice, created_at: later }],
    ['a mention from elsewhere', { event: 'cross-referenced', actor: alice, created_at: later }],
    ['a review that is not sent', { event: 'reviewed', user: alice, submitted_at: null }],
    ['an event without a name', { actor: alice, created_at: later }],
  ])('does not count %s', (_case, event) => {
    expect(last(event)).toBe(opened.createdAt);
  });

  it('counts what was said while the pages were read', () => {
    expect(last({ event: 'commented', user: alice, created_at: '2026-03-01T00:00:01Z' })).toBe('2026-03-01T00:00:01Z');
  });

  it('takes the latest, in whatever order they come', () => {
    expect(last({ event: 'commented', user: alice, created_at: later }, { event: 'closed', actor: alice, created_at: '2026-01-02T00:00:00Z' })).toBe(later);
  });
});

describe('ownComments', () => {
  const comment = { event: 'commented', id: 5, body: 'Hello', created_at: later, html_url: 'https://github.com/acme/rfcs/issues/1#issuecomment-5' };

  it('gives the comments of the App itself', () => {
    expect(ownComments([{ ...comment, user: bot }], app)).toEqual([{ id: 5, body: 'Hello', createdAt: later, url: comment.html_url }]);
  });

  it.each([
    ['a person', alice],
    ['a person who is called like the App', { ...alice, login: 'unpause' }],
    ['a person whose login only looks like the bot\'s', { id: 12, login: 'unpause[bot]', type: 'User' }],
    ['another App', { ...bot, login: 'pause[bot]' }],
    ['nobody', null],
  ])('leaves out comments by %s', (_who, user) => {
    expect(ownComments([{ ...comment, user }], app)).toEqual([]);
  });

  it('fails rather than round an id', () => {
    expect(() => ownComments([{ ...comment, id: 2n ** 60n, user: bot }], app)).toThrow('1152921504606846976');
  });

  it('leaves out what is no comment', () => {
    expect(ownComments([{ ...comment, event: 'reviewed', user: bot }], app)).toEqual([]);
  });
});

describe('mentionedAccounts', () => {
  it('gives those whom GitHub found mentioned, and nobody else', () => {
    const events: TimelineEvent[] = [{ event: 'mentioned', actor: alice, created_at: later }, { event: 'mentioned', actor: null }, { event: 'subscribed', actor: bot }, { event: 'labeled', actor: bot }];
    expect(mentionedAccounts(events)).toEqual([{ id: alice.id, login: 'alice', isBot: false }]);
  });
});
