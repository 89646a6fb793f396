/** The weekly digest: what is open and what it waits for, what closes soon, what was decided, what is to be looked back at. */
import { pauseKinds, type PauseKind } from '../../config/schema-pause.ts';
import type { LogEntry } from '../log/entry.ts';
import { reviewDay } from '../log/review-day.ts';
import { inZone } from '../zone-days.ts';
import { millisecondsPerDay } from '../zone-days.ts';
import type { OpenRfc, StewardFacts } from './facts.ts';
import { digestEvent } from './notice-marks.ts';
import { isWithin, type Period, weekOf, weeksAfter } from './periods.ts';
import { newestFirst } from './topics.ts';

export interface Digest {
  /** `2026-W48` */
  week: string;
  /** The decisions are those from then up to the beginning of the week. */
  since: string;
  /** By what they wait for; what nobody is waited for is left out. No group is empty. */
  open: readonly { waitsFor: PauseKind; rfcs: readonly OpenRfc[] }[];
  closing: readonly OpenRfc[];
  decided: readonly LogEntry[];
  due: readonly LogEntry[];
}

/** After a longer silence than this, what was decided meanwhile is in the log. In weeks. */
export const furthestBack = 5;
/** In milliseconds. */
const soon = 7 * millisecondsPerDay;

export type DigestFacts = Pick<StewardFacts, 'rules' | 'open' | 'decisions' | 'calendar'>;

/** The digest of this week; null where it was sent already (`sent` holds the marks), or there is nothing to say. */
export function dueDigest(facts: DigestFacts, sent: readonly string[], now: Date): Digest | null {
  const { timezone } = facts.calendar;
  const week = weekOf(now, timezone);
  if (sent.includes(digestEvent(week.name)) || !wasThereBefore(facts, week.from)) return null;
  const digest = digestOf(facts, { week, since: lastSent(week, sent, timezone) }, now);
  return [digest.open, digest.closing, digest.decided, digest.due].every((part) => part.length === 0) ? null : digest;
}

/** Who is switched on in the middle of a period has nothing to look back at. */
export function wasThereBefore({ rules: { configuredAt } }: Pick<StewardFacts, 'rules'>, moment: string): boolean {
  return configuredAt === null || Date.parse(configuredAt) < Date.parse(moment);
}

function lastSent(week: Period, sent: readonly string[], timezone: string): string {
  const weeks = Array.from({ length: furthestBack }, (_, index) => weeksAfter(week, -1 - index, timezone));
  const last = weeks.find(({ name }) => sent.includes(digestEvent(name)));
  return (last ?? weeksAfter(week, -1, timezone)).from;
}

function digestOf({ open, decisions, calendar }: DigestFacts, { week, since }: { week: Period; since: string }, now: Date): Digest {
  const closes = ({ closesAt }: OpenRfc) => (closesAt === null ? Infinity : Date.parse(closesAt) - now.getTime());
  const endsOn = inZone(calendar.timezone, Date.parse(week.until)).toPlainDate().toString();
  const groups = pauseKinds.map((waitsFor) => ({ waitsFor, rfcs: open.filter((rfc) => rfc.waitsFor === waitsFor).toSorted(byNumber) }));
  return {
    week: week.name,
    since,
    open: groups.filter(({ rfcs }) => rfcs.length > 0),
    closing: open.filter((rfc) => closes(rfc) > 0 && closes(rfc) <= soon).toSorted((one, other) => closes(one) - closes(other) || byNumber(one, other)),
    decided: decisions.filter(({ at }) => isWithin(at, { from: since, until: week.from })).toSorted(newestFirst),
    due: decisions.filter((entry) => (reviewDay(entry) ?? endsOn) < endsOn).toSorted((one, other) => (one.reviewOn ?? '').localeCompare(other.reviewOn ?? '') || newestFirst(one, other)),
  };
}

function byNumber(one: OpenRfc, other: OpenRfc): number {
  return one.number - other.number;
}
