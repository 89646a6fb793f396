/** The decision log as JSON, version 1: one entry a line, keys in a fixed order, so that two of them can be compared. */
import type { LogEntry } from '../../decision/log/entry.ts';
import type { PrincipleReview } from '../../decision/stewards/principle-reviews.ts';
import { jsonLine } from '../report/json-line.ts';
import type { LogWriter } from './log-writer.ts';

export const logVersion = 1;

export const jsonLog: LogWriter = {
  begin: () => `{"version":${logVersion},"decisions":[`,
  each: (entry, index) => `${index === 0 ? '' : ','}\n${jsonLine(entryData(entry)).trimEnd()}`,
  reviews: (reviews) => `\n],"principleReviews":${jsonLine(reviews.map(reviewData)).trimEnd()}`,
  end: () => '}\n',
};

function reviewData({ principle, number, url, askedAt, closedAt, ending }: PrincipleReview): object {
  return { principle, number, url, askedAt, closedAt, ending };
}

/** An entry as programs get it; what it is made of, in this order. */
export function entryData(entry: LogEntry): object {
  const { repository, kind, number, n, url, question, context, documents, result, outcome, by, owner, why, openedAt, at, ...rule } = entry;
  const { rung, domain, zone, topic, isSatisfied, missing, principles, tensions, voices, objections, confirmedAt, reopened, supersededAt, reviewOn, review, sources } = rule;
  return {
    ...{ repository, kind, number, n, url, question, context, documents, result, outcome, by, owner, why, openedAt, at },
    ...{ rung, domain, zone, topic, isSatisfied, missing, principles, tensions, voices, objections, confirmedAt, reopened, supersededAt, reviewOn, review, sources },
  };
}
