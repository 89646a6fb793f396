import { describe, expect, it } from '@jest/globals';
import { GitHubError } from '../../src/github/github-error.ts';
import { sendOnce, withRetries } from '../../src/github/with-retries.ts';

/** What Octokit throws where GitHub answers with a refusal. */
const refusal = (status: number, headers: Record<string, string> = {}) =>
  Object.assign(new Error('refused'), { status, response: { headers, data: { message: 'refused' } } });

async function retry(failures: readonly Error[], now = 0) {
  const waits: number[] = [];
  const left = [...failures];
  const send = async () => {
    const failure = left.shift();
    return await (failure ? Promise.reject(failure) : Promise.resolve('answer'));
  };
  const wait = async (milliseconds: number) => {
    waits.push(milliseconds);
    await Promise.resolve();
  };
  const answer = await withRetries(send, { asked: 'GET /x', wait, now: () => now }).catch((error: unknown) => error);
  return { answer, waits };
}

describe('withRetries', () => {
  it('gives the first answer', async () => {
    expect(await retry([])).toEqual({ answer: 'answer', waits: [] });
  });

  it('waits until a limit is reset, if that is soon', async () => {
    const spent = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1040' };
    expect(await retry([refusal(403, spent)], 1_000_000)).toEqual({ answer: 'answer', waits: [40_000] });
    expect(await retry([refusal(403, spent)], 900_000)).toMatchObject({ answer: { kind: 'limited' }, waits: [] });
  });

  it('does not take a reset that has passed for a reason to hurry', async () => {
    expect(await retry([refusal(429, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '10' })], 1_000_000)).toEqual({ answer: 'answer', waits: [300] });
  });

  it('ends after three attempts, with the cause', async () => {
    const { answer, waits } = await retry([refusal(500), refusal(502), refusal(503)]);
    expect(waits).toEqual([300, 1200]);
    expect(answer).toMatchObject({ kind: 'unavailable', cause: { status: 503 } });
  });

  it('does not wait longer than it is told to', async () => {
    const send = async () => await Promise.reject(refusal(429, { 'retry-after': '6' }));
    const wait = async () => await Promise.reject(new Error('waited'));
    await expect(withRetries(send, { asked: 'GET /x', wait, now: () => 0, longestWait: 5_000 })).rejects.toMatchObject({ kind: 'limited', retryAt: new Date(6_000) });
  });

  it('passes on what explains itself, and asks no more', async () => {
    const error = new GitHubError('unavailable', 'the token');
    expect(await retry([error])).toEqual({ answer: error, waits: [] });
  });

  it('tells of every refusal', async () => {
    const seen: string[] = [];
    const left = [refusal(500), refusal(404)];
    const send = async () => await Promise.reject(left.shift() ?? new Error('no more'));
    const wait = async () => { await Promise.resolve(); };
    await expect(withRetries(send, { asked: 'GET /x', wait, now: () => 0, onRefusal: ({ kind }) => seen.push(kind) })).rejects.toMatchObject({ kind: 'missing' });
    expect(seen).toEqual(['unavailable', 'missing']);
  });
});

describe('sendOnce', () => {
  it.each([
    ['unavailable', refusal(502), 'POST /x was answered with 502 (refused), and may have been done all the same'],
    ['missing', refusal(404), 'POST /x was answered with 404 (refused)'],
  ])('fails once as %s', async (kind, failure, seen) => {
    let sent = 0;
    const send = async () => { sent += 1; return await Promise.reject(failure); };
    await expect(sendOnce(send, { asked: 'POST /x', now: () => 0 })).rejects.toMatchObject({ kind, seen });
    expect(sent).toBe(1);
  });
});
