/** Made-up decisions and tensions for the examples about a repository. */
import type { LogEntry } from '../../decision/log/entry.ts';
import type { ReportedTension } from '../../decision/stewards/facts.ts';
import type { Principle } from '../../decision/stewards/tension-cases.ts';
import type { NoticePlace } from '../stewards/notice-place.ts';
import { alice, bob, dave, erin, exampleSource } from './example-facts.ts';

export const exampleNoticePlace: NoticePlace = { repository: 'acme/rfcs', repositoryId: 1, timezone: 'Europe/Berlin' };

export const examplePrinciple: Principle = {
  id: 'data-stays-local',
  text: 'User data stays on the device.',
  value: 'own-your-data',
  example: '',
  since: '2026-01-31',
};

export const exampleTensions: readonly ReportedTension[] = [
  tension(7, 'The backup has to be in another region.', erin, '2026-03-04T09:00:00Z'),
  tension(12, 'Support sees nothing of what went on.', bob, '2026-03-20T09:00:00Z'),
  tension(15, 'Two devices of one person need the same list.', dave, '2026-04-02T09:00:00Z'),
];

function tension(number: number, why: string, by: typeof erin, at: string): ReportedTension {
  return { rfc: { number, url: `https://github.com/acme/rfcs/pull/${number}` }, principle: examplePrinciple.id, why, by: { id: by.id, login: by.login }, at, source: exampleSource(2000 + number, by) };
}

export function exampleEntry(number: number, parts: Partial<LogEntry>): LogEntry {
  return {
    repository: { id: 1, owner: 'acme', name: 'rfcs', isPrivate: false, url: 'https://github.com/acme/rfcs' },
    kind: 'pull-request',
    number,
    n: 1,
    url: `https://github.com/acme/rfcs/pull/${number}`,
    question: 'Rotate the signing keys',
    context: 'Keys live for a year today.',
    documents: [],
    result: 'accepted',
    outcome: 'accept',
    by: { id: alice.id, login: alice.login },
    owner: { id: alice.id, login: alice.login },
    why: 'Short-lived keys are worth the extra step.',
    openedAt: '2026-03-02T09:00:00Z',
    at: '2026-03-16T09:00:00Z',
    rung: 'consult',
    domain: 'security',
    zone: 'local',
    topic: null,
    isSatisfied: true,
    missing: [],
    principles: [],
    tensions: [],
    voices: [],
    objections: [],
    confirmedAt: null,
    reopened: null,
    supersededAt: null,
    reviewOn: null,
    review: null,
    sources: [],
    ...parts,
  };
}
