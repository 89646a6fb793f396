import { describe, expect, it } from '@jest/globals';
import type { QueuedLook } from '../../src/app/ports.ts';
import { repeat } from '../../src/app/repeat.ts';
import { scheduleSweeps } from '../../src/app/schedule-sweeps.ts';
import { startWaking, type DueRfc } from '../../src/app/wake.ts';
import { recordingLog } from './recording-log.ts';

/** Waits that end when the test says so. */
function steps() {
  const pauses: number[] = [];
  let go: () => void = () => undefined;
  let arrived: () => void = () => undefined;
  let reached = new Promise<void>((resolve) => (arrived = resolve));
  return {
    pauses,
    wait: async (milliseconds: number, signal: AbortSignal) => {
      pauses.push(milliseconds);
      arrived();
      await new Promise<void>((resolve) => {
        go = resolve;
        signal.addEventListener('abort', () => {
          resolve();
        });
      });
    },
    /** Resolves at the next pause. */
    async paused() {
      await reached;
      reached = new Promise<void>((resolve) => (arrived = resolve));
    },
    next: () => {
      go();
    },
  };
}

const rfc = (number: number): DueRfc => ({ installation: 7, owner: 'Acme', repo: 'rfcs', number });

describe('repeat', () => {
  it('goes on after a failure, and stops when told to', async () => {
    const clock = steps();
    const failures: unknown[] = [];
    let times = 0;
    const repetition = repeat(
      async () => {
        times += 1;
        await Promise.resolve();
        if (times === 1) throw new Error('away');
      },
      { pauseAfter: (wentWell) => (wentWell ? 9 : 1), onError: (error) => failures.push(error), wait: clock.wait },
    );
    await clock.paused();
    clock.next();
    await clock.paused();
    await repetition.stop();
    expect({ times, failures: failures.length, pauses: clock.pauses }).toEqual({ times: 2, failures: 1, pauses: [1, 9] });
  });

  it('lets what is under way come to its end before it has stopped', async () => {
    let finish: () => void = () => undefined;
    const events: string[] = [];
    const repetition = repeat(
      async () => {
        await new Promise<void>((resolve) => (finish = resolve));
        events.push('done');
      },
      { pauseAfter: () => 1, onError: () => undefined },
    );
    const stopped = repetition.stop().then(() => events.push('stopped'));
    finish();
    await stopped;
    expect(events).toEqual(['done', 'stopped']);
  });
});

describe('startWaking', () => {
  it('queues all that is due at once, batch after batch, behind what people do', async () => {
    const clock = steps();
    const queued: QueuedLook[] = [];
    const due = Array.from({ length: 150 }, (_, index) => rfc(index + 1));
    const now = new Date('2026-05-04T10:00:00Z');
    const repetition = startWaking({
      claimDue: async ({ limit, now: at }) => await Promise.resolve(at === now ? due.splice(0, limit) : []),
      addLooks: async (looks) => {
        await Promise.resolve(queued.push(...looks));
      },
      log: recordingLog(),
      now: () => now,
      wait: clock.wait,
    });
    await clock.paused();
    await repetition.stop();
    expect(queued).toHaveLength(150);
    expect(queued[0]).toEqual({ key: 'acme/rfcs#1', data: { kind: 'rfc', ...rfc(1) }, priority: 1 });
  });

  it('wakes at once where it is asked to, and says how much', async () => {
    const clock = steps();
    const queued: QueuedLook[] = [];
    let due = [rfc(1)];
    const repetition = startWaking({
      claimDue: async () => await Promise.resolve(due.splice(0)),
      addLooks: async (looks) => {
        await Promise.resolve(queued.push(...looks));
      },
      log: recordingLog(),
      now: () => new Date(),
      wait: clock.wait,
    });
    await clock.paused();
    due = [rfc(2), rfc(3)];
    const counts = [await repetition.wake(), await repetition.wake()];
    await repetition.stop();
    expect({ counts, keys: queued.map(({ key }) => key) }).toEqual({ counts: [2, 0], keys: ['acme/rfcs#1', 'acme/rfcs#2', 'acme/rfcs#3'] });
  });

  it('says that the database was away, and wakes the next time', async () => {
    const clock = steps();
    const log = recordingLog();
    const queued: QueuedLook[] = [];
    let isAway = true;
    const repetition = startWaking({
      claimDue: async () => (isAway ? await Promise.reject(new Error('away')) : await Promise.resolve([rfc(1)])),
      addLooks: async (looks) => {
        await Promise.resolve(queued.push(...looks));
      },
      log,
      now: () => new Date(),
      wait: clock.wait,
    });
    await clock.paused();
    isAway = false;
    clock.next();
    await clock.paused();
    await repetition.stop();
    expect(queued).toHaveLength(1);
    expect(log.lines).toMatchObject([{ level: 'error', message: 'could not wake what is due; it stays due' }, { level: 'debug' }]);
  });
});

describe('scheduleSweeps', () => {
  it.each([
    [0, 45],
    [0.5, 60],
    [1, 75],
  ])('sweeps every installation at the start, and again later (draw %d: %d minutes)', async (draw, minutes) => {
    const clock = steps();
    const queued: QueuedLook[] = [];
    const repetition = scheduleSweeps({
      listInstallations: async () => await Promise.resolve([{ id: 7 }, { id: 8 }]),
      addLooks: async (looks) => {
        await Promise.resolve(queued.push(...looks));
      },
      log: recordingLog(),
      random: () => draw,
      wait: clock.wait,
    });
    await clock.paused();
    await repetition.stop();
    expect(queued).toMatchObject([{ key: 'installation 7' }, { key: 'installation 8' }]);
    expect(clock.pauses).toEqual([minutes * 60_000]);
  });

  it('tries again soon where GitHub does not answer', async () => {
    const clock = steps();
    const log = recordingLog();
    const repetition = scheduleSweeps({
      listInstallations: async () => await Promise.reject(new Error('away')),
      addLooks: async () => await Promise.resolve(),
      log,
      random: () => 0.5,
      wait: clock.wait,
    });
    await clock.paused();
    await repetition.stop();
    expect(clock.pauses).toEqual([60_000]);
    expect(log.lines).toMatchObject([{ level: 'error' }]);
  });
});
