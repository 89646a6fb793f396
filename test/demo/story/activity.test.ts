import { describe, expect, it } from '@jest/globals';
import { createActivity } from '../../../src/demo/activity.ts';

/** A queue that has so many looks each time it is asked, and the last number from then on. */
function activityWith(looks: readonly number[], { failed = 0, patience = 60_000, due = [0] as readonly number[] } = {}) {
  const left = [...looks];
  const standIn = { deliveries: { log: [], settled: async () => await Promise.resolve() } };
  const queueCounts = async () => await Promise.resolve({ queued: left.length > 1 ? (left.shift() ?? 0) : (left[0] ?? 0), active: 0, failed });
  const waking = [...due];
  const wake = async () => await Promise.resolve(waking.length > 1 ? (waking.shift() ?? 0) : (waking[0] ?? 0));
  return { left, waking, activity: createActivity({ standIn, service: { queueCounts, wake }, patience }) };
}

describe('createActivity', () => {
  it('settles once nothing is left to look at', async () => {
    const { left, activity } = activityWith([2, 1, 0]);
    await activity.settled();
    expect(left).toEqual([0]);
    expect(activity.isBusy()).toBe(false);
  });

  it('settles once nothing is due by the clock any more', async () => {
    const { waking, activity } = activityWith([0], { due: [2, 1, 0] });
    await activity.settled();
    expect(waking).toEqual([0]);
  });

  it('says that the App is busy from a change until it has seen everything', async () => {
    const { activity } = activityWith([1, 0]);
    const seen: boolean[] = [];
    const over = new Promise<void>((resolve) => {
      activity.onChange(() => {
        seen.push(activity.isBusy());
        if (!activity.isBusy()) resolve();
      });
    });
    activity.note();
    await over;
    expect(seen).toEqual([true, false]);
    expect(activity.version()).toBe(2);
  });

  it('tells nobody who does not want to hear it any more', () => {
    const { activity } = activityWith([0]);
    let told = 0;
    const stop = activity.onChange(() => (told += 1));
    activity.note();
    stop();
    activity.note();
    activity.close();
    expect(told).toBe(1);
  });

  it('gives up where the App does not come to rest', async () => {
    const { activity } = activityWith([1], { patience: 0 });
    await expect(activity.settled()).rejects.toThrow('The App is still busy after 0 seconds, expected it to come to rest');
  });

  it('does not settle on looks that were given up', async () => {
    const { activity } = activityWith([0], { failed: 2 });
    await expect(activity.settled()).rejects.toThrow('The App gave up 2 of its looks, expected none');
  });
});
