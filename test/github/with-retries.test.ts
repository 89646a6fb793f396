import { describe, expect, it } from '@jest/globals';
import { withRetries } from '../../src/github/with-retries.ts';

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
});
