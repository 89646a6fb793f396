/** How long things take in the queue, and how often they are tried. Milliseconds, but for seconds where it says so. */

export interface QueueTimes {
  /** Looks at one thing before it becomes a dead letter. */
  attempts: number;
  /** Seconds before the second attempt, doubled for each further one, with up to as much again by chance; 0: none. */
  retryDelaySeconds: number;
  /** No attempt waits longer for its turn. */
  retryDelayMaxSeconds: number;
  /** A look that takes longer is aborted through its signal. */
  lookLimit: number;
  /** A look that goes on this long after its abort is given up on, though it may still be running. */
  abortLimit: number;
  /** A claim that was not renewed for so long belongs to a process that is gone: its look goes to somebody else. */
  claimLimit: number;
  /** How often claims are renewed, and others' lost ones looked for. */
  renewEvery: number;
  /** How often the queue is asked though nobody said there is something: for retries that fall due. */
  askEvery: number;
  /** Looks in hand get so long to finish when the queue is stopped; then they are aborted. */
  stopLimit: number;
}

/** Attempts after 5-10, 10-20, 20-40, 40-80 and 80-160 seconds; a killed worker's looks go on within a minute. */
export const usualTimes: QueueTimes = {
  attempts: 6,
  retryDelaySeconds: 5,
  retryDelayMaxSeconds: 300,
  lookLimit: 120_000,
  abortLimit: 10_000,
  claimLimit: 40_000,
  renewEvery: 10_000,
  askEvery: 1000,
  stopLimit: 30_000,
};
