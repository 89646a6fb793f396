/** How much has to be known before a plan can be made: nothing is read that no notice could need. */
import { approximateHours } from '../../config/duration.ts';
import type { Config } from '../../config/schema.ts';
import type { LogEntry } from '../log/entry.ts';
import { readEvent } from '../markers.ts';
import { isWorkingTime } from '../working-time.ts';
import { millisecondsPerDay } from '../zone-days.ts';
import { furthestBack } from './digest.ts';
import { digestEvent } from './notice-marks.ts';
import { lastFinished, weekOf, weeksAfter } from './periods.ts';
import { isRetrospectiveOpened } from './retrospective.ts';
import type { StewardFacts } from './facts.ts';

export interface Reach {
  /** The reports of tensions since then; null: none are needed. */
  tensions: Date | null;
  /** The decisions since then, and earlier ones that are to be looked back at or were since; null: none are needed. */
  decisions: Date | null;
  /** Since when to know what a period is compared with, where that is at hand; null: it is not. */
  past: Date | null;
  /** What is open now. */
  open: boolean;
  /** What was decided on the same topics elsewhere. */
  elsewhere: boolean;
}

export type KnownFirst = Pick<StewardFacts, 'issues' | 'digestIssue' | 'chat' | 'calendar'>;

/** Some quarters, and before them for as long as it counts who has decided before. In milliseconds. */
const compared = 3 * 366 * millisecondsPerDay;

const nothing: Reach = { tensions: null, decisions: null, past: null, open: false, elsewhere: false };

/** Outside of working hours nobody is called, so that nothing is needed. */
export function reachOf(known: KnownFirst, config: Config, now: Date): Reach {
  if (!isWorkingTime(known.calendar, now)) return nothing;
  const { timezone } = known.calendar;
  const digest = isDigestOpen(known, now);
  const retrospective = retrospectiveSince(known, config, now);
  const since = [...(digest ? [weeksAfter(weekOf(now, timezone), -furthestBack, timezone).from] : []), ...(retrospective === null ? [] : [retrospective])].map((at) => Date.parse(at));
  const tensions = [...(config.principles.length === 0 ? [] : [now.getTime() - 2 * approximateHours(config.stewards.within) * 3_600_000]), ...(retrospective === null ? [] : [Date.parse(retrospective)])];
  return {
    tensions: tensions.length === 0 ? null : new Date(Math.min(...tensions)),
    decisions: since.length === 0 ? null : new Date(Math.min(...since)),
    past: retrospective === null ? null : new Date(Date.parse(retrospective) - compared),
    open: digest,
    elsewhere: retrospective !== null,
  };
}

function isDigestOpen({ digestIssue, chat, calendar }: KnownFirst, now: Date): boolean {
  const event = digestEvent(weekOf(now, calendar.timezone).name);
  const isOnIssue = digestIssue !== null && !digestIssue.comments.some((comment) => readEvent(comment) === event);
  return isOnIssue || (chat !== null && !chat.includes(event));
}

function retrospectiveSince({ issues, calendar }: KnownFirst, { retrospective: { every } }: Config, now: Date): string | null {
  if (every === 'never') return null;
  const period = lastFinished(every, now, calendar.timezone);
  return isRetrospectiveOpened(issues, period.name) ? null : period.from;
}

/**
 * Whether a decision matters to what looks back to a moment: it was made since. Long before, it still does where somebody
 * is to look back at it, or did so since, or where others decide on its topic.
 */
export function mattersSince({ at, reviewOn, review, topic }: LogEntry, since: Date): boolean {
  const isSince = (moment: string): boolean => Date.parse(moment) >= since.getTime();
  const isReviewed = review === null ? reviewOn !== null : isSince(review.at);
  return isSince(at) || isReviewed || topic !== null;
}
