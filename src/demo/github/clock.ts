/** The stand-in's time: it passes as real time does, and can be turned forward. */
export interface Clock {
  now: () => Date;
  /** Turns it on by so many milliseconds; never back. */
  advance: (milliseconds: number) => void;
}

/** A clock that starts at an instant. A frozen one moves only when it is turned. */
export function createClock(start: Date, { frozen = false }: { frozen?: boolean } = {}): Clock {
  const began = Date.now();
  let turned = 0;
  return {
    now: () => new Date(start.getTime() + turned + (frozen ? 0 : Date.now() - began)),
    advance(milliseconds) {
      if (!(milliseconds >= 0)) throw new RangeError(`Unexpected ${milliseconds} ms, expected zero or more: time does not go back`);
      turned += milliseconds;
    },
  };
}
