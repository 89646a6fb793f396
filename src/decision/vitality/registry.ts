/** All figures, in the order in which they are shown. */
import { concentration } from './concentration.ts';
import { decidedAnyway } from './decided-anyway.ts';
import { decisionLatency } from './decision-latency.ts';
import { escalations } from './escalations.ts';
import type { Figure } from './figure.ts';
import { firstAnswer } from './first-answer.ts';
import { handOffs } from './hand-offs.ts';
import { namedOwner } from './named-owner.ts';
import { newLeaders } from './new-leaders.ts';
import { objections } from './objections.ts';
import { outcomeReviews } from './outcome-reviews.ts';
import { pauseTime } from './pause-time.ts';
import { principlesInUse } from './principles-in-use.ts';

export const figures: readonly Figure[] = [
  decisionLatency,
  pauseTime,
  firstAnswer,
  escalations,
  namedOwner,
  concentration,
  newLeaders,
  handOffs,
  principlesInUse,
  objections,
  decidedAnyway,
  outcomeReviews,
];
