import type { Record as RfcRecord } from '../decision/record-schema.ts';
import type { ReportedTension } from '../decision/stewards/facts.ts';

export interface RecordedTensions {
  number: number;
  kind: 'pull-request' | 'issue';
  tensions: RfcRecord['tensions'];
}

/** The reports on one RFC since a moment, with where people read them. */
export function tensionsIn({ number, kind, tensions }: RecordedTensions, { repository, since }: { repository: { url: string }; since: Date }): ReportedTension[] {
  const url = `${repository.url}/${kind === 'issue' ? 'issues' : 'pull'}/${number}`;
  return tensions.filter(({ at }) => Date.parse(at) >= since.getTime()).map((tension) => ({ rfc: { number, url }, ...tension }));
}
