/**
 * How people behave on the ladder of the simulation. Fixed before anything was measured; the figures say how the rungs
 * compare for people like these, and no more. Who answers how fast, and who is away, is as in `behaviour`.
 *
 * - Each RFC has an author, a Decision Owner and a number of people entitled, drawn evenly from those who are there.
 *   Everybody is told of it, in working hours, as it is opened; its decision period begins with that, with the times that
 *   Unpause has by default.
 * - Each of those entitled reads it after as long as an answer takes; one request in five is never followed. Whom a rung
 *   waits for is asked once more after three working days, again after two more, and then every five: on `consult` until
 *   the period is over, on `consensus` until they answer. On `delegate` and `consent` nobody is waited for, so that
 *   everybody is told once.
 * - Of those who have read it seven in ten support it, two abstain and one objects with a reason.
 * - An objection is answered by the author, after as long as an answer takes. Half of the answers change the text, and who
 *   objected withdraws with that; on `consensus` everybody else is asked anew for their view of the new text, and keeps the
 *   side they were on. Of the other half, half are withdrawn after as long again, and half are set aside by the owner. On
 *   `consensus` who withdrew is asked for a side, and supports; whose objection was set aside abstains.
 * - The owner is asked to decide once the rung is satisfied, and asked once more as above. Nobody decides `anyway`.
 * - An objection comes too late if its author had read the RFC only after it was decided or, on `consent`, after the
 *   period had ended.
 */
export const rungBehaviour = {
  supports: 0.7,
  abstains: 0.2,
  /** Of the answers to an objection. */
  changesText: 0.5,
  /** Of the objections that change nothing. */
  withdrawn: 0.5,
  /** In working days since the last time somebody was asked; the last one goes on and on. */
  askedAgainAfter: [3, 2, 5],
  /** Who has not answered by then never will. */
  mostAsks: 40,
  /** RFCs per run. */
  rfcs: 250,
  /** How many are entitled, one table each. */
  entitled: [3, 6, 12],
} as const;
