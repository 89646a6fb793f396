/** One simulated RFC on its way to a decision. Instants are milliseconds since 1970. */
export type Step = 'awaiting-review' | 'awaiting-author' | 'awaiting-decision';

/** A stretch in which it waited for the same people. */
export interface Wait {
  step: Step;
  from: number;
  until: number;
}

export interface Rfc {
  n: number;
  author: number;
  owner: number;
  reviewers: readonly number[];
  openedAt: number;
  step: Step;
  /** Counts the steps: what was asked in one step is void in the next. */
  turn: number;
  waitsFor: readonly number[];
  /** Since when it waits for these. */
  since: number;
  /** The reviewers who have not answered yet; they go on once the author has answered. */
  unheard: readonly number[];
  waits: Wait[];
  decidedAt: number | null;
}

export function openRfc({ n, author, owner, reviewers, at }: { n: number; author: number; owner: number; reviewers: readonly number[]; at: number }): Rfc {
  return { n, author, owner, reviewers, openedAt: at, step: 'awaiting-review', turn: 1, waitsFor: reviewers, since: at, unheard: reviewers, waits: [], decidedAt: null };
}

/** Somebody whom it waits for answers; a review may ask for changes. */
export function answer(rfc: Rfc, { person, at, asksForChanges }: { person: number; at: number; asksForChanges: boolean }): void {
  if (rfc.step !== 'awaiting-review') return closeStep(rfc, at);
  rfc.unheard = rfc.unheard.filter((one) => one !== person);
  if (asksForChanges) return enter(rfc, { step: 'awaiting-author', waitsFor: [rfc.author], at });
  if (rfc.unheard.length === 0) return closeStep(rfc, at);
  endWait(rfc, at);
  rfc.waitsFor = rfc.unheard;
}

/** The step is done, whoever answered: on to the next one. */
export function closeStep(rfc: Rfc, at: number): void {
  if (rfc.step === 'awaiting-decision') {
    endWait(rfc, at);
    rfc.turn += 1;
    rfc.waitsFor = [];
    rfc.decidedAt = at;
  } else if (rfc.step === 'awaiting-author' && rfc.unheard.length > 0) {
    enter(rfc, { step: 'awaiting-review', waitsFor: rfc.unheard, at });
  } else {
    rfc.unheard = [];
    enter(rfc, { step: 'awaiting-decision', waitsFor: [rfc.owner], at });
  }
}

function enter(rfc: Rfc, { step, waitsFor, at }: { step: Step; waitsFor: readonly number[]; at: number }): void {
  endWait(rfc, at);
  rfc.step = step;
  rfc.turn += 1;
  rfc.waitsFor = waitsFor;
}

function endWait(rfc: Rfc, at: number): void {
  rfc.waits.push({ step: rfc.step, from: rfc.since, until: at });
  rfc.since = at;
}
