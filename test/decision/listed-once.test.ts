import { describe, expect, it } from '@jest/globals';
import { listedOnce } from '../../src/decision/listed-once.ts';
import type { OwnComment } from '../../src/decision/snapshot.ts';
import { bob, carol } from '../support/a-command-context.ts';
import { did, requested, reviewed, wrote } from '../support/some-acts.ts';

const comment = (id: number, url = `https://github.com/acme/rfcs/pull/7#c${id}`): OwnComment => ({ id, body: '', createdAt: '2026-03-02T10:00:00Z', url });

describe('listedOnce', () => {
  it('keeps each act once, the oldest first', () => {
    const [opened, asked, said] = [did('opened', bob, '03-02T10:00'), requested(carol, '03-02T11:00'), wrote(carol, '03-02T12:00')];
    expect(listedOnce({ acts: [opened, said, asked, said, asked], comments: [] }).acts).toEqual([opened, asked, said]);
  });

  it('tells a comment from a review of the same id', () => {
    const acts = [wrote(carol, '03-02T12:00'), reviewed(carol, '03-02T12:00')];
    expect(listedOnce({ acts, comments: [] }).acts).toEqual(acts);
  });

  it('leaves what happened in one second in its order', () => {
    const acts = [did('closed', bob, '03-02T12:00'), did('reopened', bob, '03-02T12:00')];
    expect(listedOnce({ acts, comments: [] }).acts).toEqual(acts);
  });

  it('keeps each own comment once, also of those in the review', () => {
    const inReview = comment(1, 'https://github.com/acme/rfcs/pull/7#discussion_r1');
    expect(listedOnce({ acts: [], comments: [comment(1), comment(2), comment(1), inReview] }).comments).toEqual([comment(1), comment(2), inReview]);
  });
});
