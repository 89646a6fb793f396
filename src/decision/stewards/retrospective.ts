/** The retrospective of a month or a quarter: how decisions were made, and what to ask about it. */
import type { Config } from '../../config/schema.ts';
import type { LogEntry } from '../log/entry.ts';
import { wasThereBefore } from './digest.ts';
import type { OwnIssue, StewardFacts } from './facts.ts';
import { readIssueMark } from './notice-marks.ts';
import { isWithin, lastFinished, type Period } from './periods.ts';
import { type TopicDifference, topicDifferences } from './topics.ts';
import { daysTaken, type TalkedAbout, worthTalkingAbout } from './worth-talking-about.ts';

/** How a period went, in numbers of decisions. No number is about a person. */
export interface RetrospectiveFigures {
  decided: number;
  accepted: number;
  rejected: number;
  deferred: number;
  withoutDecision: number;
  /** Half of them took no longer, from the opening of the RFC, in days; null for fewer than five. */
  medianDays: number | null;
  byOwner: number;
  byAnother: number;
  anyway: number;
  setAside: number;
  /** Decisions that cite a principle. */
  withPrinciple: number;
  tensions: number;
  lookedBack: number;
}

export interface Retrospective {
  period: Period;
  figures: RetrospectiveFigures;
  talk: readonly TalkedAbout[];
  topics: readonly TopicDifference[];
}

/** Fewer say nothing about how decisions are usually made. */
const fewest = 5;

/** The retrospective of the last period that is over; null where it was opened already, or nothing happened in it. */
export function dueRetrospective(facts: StewardFacts, config: Config, now: Date): Retrospective | null {
  const { every } = config.retrospective;
  if (every === 'never') return null;
  const period = lastFinished(every, now, facts.calendar.timezone);
  if (!wasThereBefore(facts, period.until) || isRetrospectiveOpened(facts.issues, period.name)) return null;
  const decisions = facts.decisions.filter(({ at }) => isWithin(at, period));
  const tensions = facts.tensions.filter(({ at }) => isWithin(at, period));
  if (decisions.length + tensions.length === 0) return null;
  const topics = topicDifferences([...facts.decisions, ...facts.elsewhere]).filter((difference) => difference.decisions.some((entry) => isOurs(entry, facts) && isWithin(entry.at, period)));
  return { period, figures: figuresOf(decisions, tensions.length), talk: worthTalkingAbout(decisions), topics };
}

export function isRetrospectiveOpened(issues: readonly OwnIssue[], period: string): boolean {
  return issues.some((issue) => {
    const mark = readIssueMark(issue);
    return mark?.kind === 'retrospective' && mark.period === period;
  });
}

function isOurs({ repository }: LogEntry, facts: StewardFacts): boolean {
  return repository.id === facts.repository.id;
}

function figuresOf(decisions: readonly LogEntry[], tensions: number): RetrospectiveFigures {
  const made = decisions.filter(({ result }) => result !== 'merged-without-decision');
  const count = (test: (entry: LogEntry) => boolean) => made.filter(test).length;
  return {
    decided: made.length,
    accepted: count(({ result }) => result === 'accepted'),
    rejected: count(({ result }) => result === 'rejected'),
    deferred: count(({ result }) => result === 'deferred'),
    withoutDecision: decisions.length - made.length,
    medianDays: median(made.map(daysTaken)),
    byOwner: count(({ by, owner }) => by !== null && owner?.id === by.id),
    byAnother: count(({ by, owner }) => by !== null && owner !== null && owner.id !== by.id),
    anyway: count(({ isSatisfied }) => !isSatisfied),
    setAside: count(({ objections }) => objections.some(({ setAside }) => setAside !== null)),
    withPrinciple: count(({ principles }) => principles.length > 0),
    tensions,
    lookedBack: count(({ review }) => review !== null),
  };
}

function median(values: readonly number[]): number | null {
  if (values.length < fewest) return null;
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? null;
}
