/** The few decisions of a period that a team may learn most from, and why: an invitation, not a verdict on anybody. */
import type { LogEntry } from '../log/entry.ts';
import { newestFirst } from './topics.ts';

/** In the order in which they are looked for: what asks most for a word first. */
const reasons = {
  'without-decision': ({ result }) => result === 'merged-without-decision',
  anyway: ({ isSatisfied }) => !isSatisfied,
  reversed: ({ review }) => review?.outcome === 'reversed',
  'set-aside': ({ objections }) => objections.some(({ setAside }) => setAside !== null),
  reopened: ({ reopened }) => reopened !== null,
  'another-decider': ({ by, owner }) => by !== null && owner !== null && by.id !== owner.id,
  tension: ({ tensions }) => tensions.length > 0,
  changed: ({ review }) => review?.outcome === 'changed',
  silence: ({ voices }) => voices.length > 0 && voices.every(({ stance }) => stance === 'silent'),
  long: (entry) => daysTaken(entry) >= longDays,
} satisfies Record<string, (entry: LogEntry) => boolean>;

export type TalkReason = keyof typeof reasons;
export const talkReasons = Object.keys(reasons) as TalkReason[];

const longDays = 30;
const mostReasons = 2;

export interface TalkedAbout {
  entry: LogEntry;
  /** One or two, the most telling first. */
  because: readonly TalkReason[];
}

/** So many at most; none without a reason. */
export function worthTalkingAbout(entries: readonly LogEntry[], most = 3): TalkedAbout[] {
  return entries
    .map((entry) => ({ entry, because: talkReasons.filter((reason) => reasons[reason](entry)) }))
    .filter(({ because }) => because.length > 0)
    .sort((one, other) => rank(one) - rank(other) || other.because.length - one.because.length || newestFirst(one.entry, other.entry))
    .slice(0, most)
    .map(({ entry, because }) => ({ entry, because: because.slice(0, mostReasons) }));
}

function rank({ because: [first] }: TalkedAbout): number {
  return first === undefined ? talkReasons.length : talkReasons.indexOf(first);
}

/** From when the RFC was opened. */
export function daysTaken({ openedAt, at }: LogEntry): number {
  return (Date.parse(at) - Date.parse(openedAt)) / 86_400_000;
}
