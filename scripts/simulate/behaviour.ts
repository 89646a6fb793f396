/**
 * How people behave in the simulation. Fixed before anything was measured; the figures say how much Unpause helps
 * people like these, and no more.
 *
 * - RFCs arrive as a Poisson process in working time, 1,000 a year. Each has an author, a Decision Owner and two
 *   reviewers, drawn evenly from those in the pool who are there.
 * - Whoever is asked for something answers after a log-normal time, with a median of one working day; the logarithm's
 *   standard deviation is 1, so that one answer in ten takes more than three and a half. One request in five is never
 *   answered. Nobody works outside working hours, nor while away: an answer waits until they are back.
 * - At any time 15 % are away, for 12 to 16 days each time; they say so with `/dri away`. They come and go at random.
 * - One review in four asks for changes; then the RFC waits for its author, and goes on with the next review.
 * - Once both reviewers are heard, it waits for the Decision Owner, whose answer is the decision.
 * - Without any help, a pause is noticed by chance, on average after 15 working days; then all whom it waits for are
 *   asked once more. This happens with and without Unpause alike.
 * - A nudge asks those whom the RFC waits for once more. A temporary DRI answers like anybody else; once they do, they
 *   ask in person, and after as long again as an answer takes they have spoken with all whom the RFC waits for, who do
 *   their part at once. Nobody takes the role unasked, passes it or hands it on. The path of escalation has three people
 *   outside the pool, and an answer by one of them does the same. A call for a steward changes nothing by itself.
 */
import { workday } from './work-clock.ts';

export const behaviour = {
  rfcsPerYear: 1000,
  reviewers: 2,
  leads: 3,
  /** The median time to an answer, in minutes of work. */
  answerAfter: workday,
  answerSpread: 1,
  neverAnswers: 0.2,
  away: 0.15,
  /** In days by the clock. */
  absence: { least: 12, most: 16 },
  asksForChanges: 0.25,
  /** The mean time until somebody notices a pause, in minutes of work. */
  noticedAfter: 15 * workday,
} as const;
