/** What one process asks of GitHub for one installation: the documented secondary limits, kept before GitHub has to insist. */
import { GitHubError } from './github-error.ts';
import type { RequestCost } from './request-cost.ts';
import { earliestStart, stillCounted, type SlidingWindow, type Spending } from './sliding-window.ts';

export interface WriteBudget {
  /** Sends a request as soon as there is room for it: one write at a time. Fails as `limited` where that takes long. */
  spend: <T>(cost: RequestCost, asked: string, send: () => Promise<T>) => Promise<T>;
  /** GitHub itself said "not before": it holds for everything that the installation asks. */
  pauseUntil: (at: Date) => void;
}

export interface BudgetLimits {
  content: readonly SlidingWindow[];
  /** A read is one point, a write five. */
  points: readonly SlidingWindow[];
}

export interface BudgetOptions {
  now: () => number;
  wait: (milliseconds: number) => Promise<void>;
  /** In milliseconds: what takes longer is better taken up again later. */
  longestWait?: number;
  limits?: BudgetLimits;
}

const minute = 60_000;

/**
 * GitHub's documentation, "Rate limits for the REST API". They hold for an installation, and this budget for one process:
 * several workers on one database each spend as much, and only GitHub's own refusals hold all of them back.
 */
export const documentedLimits: BudgetLimits = {
  content: [{ limit: 80, span: minute }, { limit: 500, span: 60 * minute }],
  points: [{ limit: 900, span: minute }],
};

const pointsOf: Record<RequestCost, number> = { read: 1, write: 5, content: 5 };

/** A budget that nothing was spent of yet. */
export function createWriteBudget({ now, wait, longestWait = 5_000, limits = documentedLimits }: BudgetOptions): WriteBudget {
  const ledger = { content: new Ledger(limits.content), points: new Ledger(limits.points) };
  let pausedUntil = 0;
  let lastWrite: Promise<unknown> = Promise.resolve();

  const begin = async (cost: RequestCost, asked: string): Promise<Spending[]> => {
    const deadline = now() + longestWait;
    for (;;) {
      const at = now();
      const starts = [pausedUntil, ledger.points.earliest(pointsOf[cost], at), cost === 'content' ? ledger.content.earliest(1, at) : at];
      const start = Math.max(...starts);
      if (start <= at) return [ledger.points.begin(pointsOf[cost], at), ...(cost === 'content' ? [ledger.content.begin(1, at)] : [])];
      if (start > deadline) throw spentError(asked, new Date(start));
      await wait(start - at);
    }
  };

  const spend = async <T>(cost: RequestCost, asked: string, send: () => Promise<T>): Promise<T> => {
    const spendings = await begin(cost, asked);
    try {
      return await send();
    } finally {
      for (const spending of spendings) spending.endedAt = now();
    }
  };

  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const turn = lastWrite.then(work);
    lastWrite = turn.then(nothing, nothing);
    return await turn;
  };

  return {
    spend: async (cost, asked, send) => (cost === 'read' ? await spend(cost, asked, send) : await inTurn(async () => await spend(cost, asked, send))),
    pauseUntil(at) {
      pausedUntil = Math.max(pausedUntil, at.getTime());
    },
  };
}

function nothing(): void {
  // How a write ended is its sender's to know; the next one only waits for it to be over.
}

function spentError(asked: string, retryAt: Date): GitHubError {
  const seen = `${asked} was not sent, as this installation has no room left within GitHub's limits until ${retryAt.toISOString()}`;
  return new GitHubError('limited', seen, { retryAt });
}

/** What was spent of one kind of limit. */
class Ledger {
  readonly #windows: readonly SlidingWindow[];
  readonly #longest: number;
  #spendings: Spending[] = [];

  constructor(windows: readonly SlidingWindow[]) {
    this.#windows = windows;
    this.#longest = Math.max(0, ...windows.map(({ span }) => span));
  }

  earliest(units: number, now: number): number {
    this.#spendings = stillCounted(this.#spendings, this.#longest, now);
    return Math.max(now, ...this.#windows.map((window) => earliestStart(this.#spendings, window, units, now)));
  }

  begin(units: number, now: number): Spending {
    this.#spendings = stillCounted(this.#spendings, this.#longest, now);
    const spending: Spending = { units, endedAt: null };
    this.#spendings.push(spending);
    return spending;
  }
}
