import { isTerminal, printError } from './standard-streams.ts';

/** A run shorter than this needs no progress line. */
const quietFor = 500;
const redrawEvery = 100;
const eraseLine = '\r\u001b[2K';

/** One line that says how far a long run is; erased at the end. */
export interface ProgressLine {
  /** To be called with the number of documents done, as often as wanted. */
  at: (done: number) => void;
  /** Takes the line away, for other output or at the end. */
  erase: () => void;
}

const silent: ProgressLine = { at: () => undefined, erase: () => undefined };

/** A progress line on standard error, or one that stays silent where nobody watches. */
export function startProgress(total: number): ProgressLine {
  if (total < 2 || !isTerminal(2)) return silent;
  let drawnAt = performance.now() + quietFor - redrawEvery;
  let shown = false;
  return {
    at(done) {
      const now = performance.now();
      if (now - drawnAt < redrawEvery) return;
      drawnAt = now;
      shown = true;
      printError(`${eraseLine}${done} of ${total} documents`);
    },
    erase() {
      if (shown) printError(eraseLine);
      shown = false;
    },
  };
}
