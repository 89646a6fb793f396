import { describe, expect, it } from '@jest/globals';
import type { LookKey } from '../../src/app/look-key.ts';
import { createMetrics } from '../../src/app/metrics.ts';
import { startWorker, type WorkQueue } from '../../src/app/worker.ts';
import { GitHubError } from '../../src/github/github-error.ts';
import { PostponedLook } from '../../src/store/postponed-look.ts';
import { recordingLog } from './recording-log.ts';

const key: LookKey = { kind: 'rfc', installation: 7, owner: 'acme', repo: 'rfcs', number: 3 };

async function aWorker(look: (key: LookKey, signal: AbortSignal) => Promise<void>) {
  const metrics = createMetrics(async () => await Promise.resolve({ queued: 2, active: 1, failed: 4 }));
  const log = recordingLog();
  const begun: Parameters<WorkQueue['work']>[0][] = [];
  await startWorker({
    queue: {
      work: async (options) => {
        await Promise.resolve(begun.push(options));
      },
    },
    look,
    metrics,
    log,
  });
  const [options] = begun;
  if (options === undefined) throw new Error('the worker did not begin to work');
  return { options, metrics, log };
}

describe('startWorker', () => {
  it.each([
    ['when GitHub says', new Date('2026-03-02T10:00:00Z')],
    ['in a minute, where GitHub does not say', null],
  ])('postpones a look that met a limit: %s', async (_, retryAt) => {
    const { options, metrics } = await aWorker(async () => {
      const limit = new GitHubError('limited', 'GET /app', retryAt === null ? {} : { retryAt });
      throw await Promise.resolve(new Error('while looking', { cause: limit }));
    });
    const postponed = await options.look(key, new AbortController().signal).catch((error: unknown) => error);
    expect(postponed).toBeInstanceOf(PostponedLook);
    if (retryAt !== null) expect(postponed).toHaveProperty('until', retryAt);
    expect((await metrics.render()).text).toContain('unpause_looks_total{kind="rfc",result="postponed"} 1');
  });

  it('looks at what the queue gives, with its signal', async () => {
    const seen: unknown[] = [];
    const { options, metrics } = await aWorker(async (...given) => {
      await Promise.resolve(seen.push(given));
    });
    const { signal } = new AbortController();
    await options.look(key, signal);
    expect(seen).toEqual([[key, signal]]);
    const { text } = await metrics.render();
    expect(text).toContain('unpause_looks_total{kind="rfc",result="done"} 1');
    expect(text).toContain('unpause_look_seconds_count{kind="rfc"} 1');
  });

  it('hands a failure back to the queue, and counts it', async () => {
    const { options, metrics, log } = await aWorker(async () => await Promise.reject(new Error('GitHub is away')));
    await expect(options.look(key, new AbortController().signal)).rejects.toThrow('look at acme/rfcs#3');
    expect((await metrics.render()).text).toContain('unpause_looks_total{kind="rfc",result="failed"} 1');
    expect(log.lines).toMatchObject([{ level: 'warn', message: 'look failed', fields: { key: 'acme/rfcs#3' } }]);
  });

  it('refuses an entry that is no key', async () => {
    const { options } = await aWorker(async () => await Promise.resolve());
    await expect(options.look({ kind: 'everything' }, new AbortController().signal)).rejects.toThrow();
  });

  it('counts and reports a look that is given up', async () => {
    const { options, metrics, log } = await aWorker(async () => await Promise.resolve());
    options.onDead({ key: 'acme/rfcs#3', reason: 'GitHub is away' });
    const { text } = await metrics.render();
    expect(text).toContain('unpause_looks_given_up_total 1');
    expect(text).toContain('unpause_dead_letters 4');
    expect(text).toContain('unpause_queue_looks{state="queued"} 2');
    expect(log.lines).toMatchObject([{ level: 'error', fields: { reason: 'GitHub is away' } }]);
  });
});

describe('createMetrics', () => {
  it('counts requests, waits and deliveries under names of its own choice', async () => {
    const { metrics } = await aWorker(async () => await Promise.resolve());
    metrics.requested('GET', 304);
    metrics.requested('POST', null);
    metrics.waited(2);
    metrics.delivered('issues', 'queued', 0.004);
    metrics.delivered('made-up', 'refused', 0.004);
    const { text } = await metrics.render();
    expect(text).toContain('unpause_github_requests_total{method="GET",status="3xx"} 1');
    expect(text).toContain('unpause_github_requests_total{method="POST",status="none"} 1');
    expect(text).toContain('unpause_write_wait_seconds_sum 2');
    expect(text).toContain('unpause_deliveries_total{event="issues",result="queued"} 1');
    expect(text).toContain('unpause_deliveries_total{event="other",result="refused"} 1');
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toContain('made-up');
  });
});
