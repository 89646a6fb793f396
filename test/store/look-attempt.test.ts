import { describe, expect, it } from '@jest/globals';
import { attemptLook, Interruption, type LookAt, type Outcome } from '../../src/store/look-attempt.ts';
import { PostponedLook } from '../../src/store/postponed-look.ts';
import { usualTimes } from '../../src/store/queue-times.ts';
import { reasonOf } from '../../src/store/reason-of.ts';

/** A look that ends when its signal is aborted, with an error of its own. */
async function untilAborted(_data: unknown, signal: AbortSignal): Promise<void> {
  await new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('fetch failed'));
    });
  });
}

async function never(): Promise<void> {
  await new Promise(() => undefined);
}

function attempt(look: LookAt, { abort = new AbortController(), ...times }: { abort?: AbortController; lookLimit?: number; abortLimit?: number } = {}): Promise<Outcome> {
  return attemptLook(look, { data: 7, abort, times: { ...usualTimes, ...times } });
}

describe('attemptLook', () => {
  it('hands the look its data, and says that it is done', async () => {
    const seen: unknown[] = [];
    const outcome = await attempt(async (data) => {
      await Promise.resolve();
      seen.push(data);
    });
    expect([outcome, seen]).toEqual([{ kind: 'done' }, [7]]);
  });

  it.each([
    ['rejects', async () => await Promise.reject(new Error('no'))],
    [
      'throws before it waits for anything',
      () => {
        throw new Error('no');
      },
    ],
  ])('says why a look failed that %s', async (_how, look) => {
    expect(await attempt(look)).toEqual({ kind: 'failed', error: new Error('no') });
  });

  it('says until when a look asks to be put off', async () => {
    const until = new Date('2026-11-21T12:00:00Z');
    expect(await attempt(async () => await Promise.reject(new PostponedLook(until)))).toEqual({ kind: 'postponed', until });
  });

  it('aborts a look that takes too long, and says that as the reason', async () => {
    const outcome = await attempt(untilAborted, { lookLimit: 5 });
    expect(outcome).toMatchObject({ kind: 'failed' });
    expect(outcome.kind === 'failed' && reasonOf(outcome.error)).toBe('The look was aborted: it took longer than 0.005 seconds.');
  });

  it('leaves a look behind that goes on after its abort', async () => {
    expect(await attempt(never, { lookLimit: 5, abortLimit: 5 })).toMatchObject({ kind: 'failed' });
  });

  it.each(['interrupted', 'lost'] as const)('is not held against a look that it was %s', async (kind) => {
    const abort = new AbortController();
    const outcome = attempt(untilAborted, { abort });
    abort.abort(new Interruption('no fault of its own', { kind }));
    expect(await outcome).toEqual({ kind });
  });

  it('counts a look as done that was done in spite of its abort', async () => {
    const abort = new AbortController();
    const look = async (): Promise<void> => {
      await Promise.resolve();
      abort.abort(new Interruption('too late', { kind: 'interrupted' }));
    };
    expect(await attempt(look, { abort })).toEqual({ kind: 'done' });
  });
});
