/** Builds an entry of the decision log; each test names only what matters to it. */
import type { LogEntry } from '../../src/decision/log/entry.ts';

export const [alice, bob, carol] = [
  { id: 11, login: 'alice' },
  { id: 12, login: 'bob' },
  { id: 13, login: 'carol' },
] as const;

const url = 'https://github.com/acme/rfcs/pull/7';
const source = { in: 'comment', id: 101, by: alice.id, hash: '0f1e2d3c4b5a6978' } as const;

export function aLogEntry({ repository = {}, ...parts }: Partial<Omit<LogEntry, 'repository'>> & { repository?: Partial<LogEntry['repository']> } = {}): LogEntry {
  return {
    repository: { id: 1, owner: 'acme', name: 'rfcs', isPrivate: false, url: 'https://github.com/acme/rfcs', ...repository },
    kind: 'pull-request',
    number: 7,
    n: 1,
    url,
    question: 'Rotate signing keys',
    context: 'A key that leaks is worth less when it is young.',
    documents: [{ path: 'rfcs/0001-keys.md', url: `${url}/files` }],
    result: 'accepted',
    outcome: 'accept',
    by: alice,
    owner: alice,
    why: 'The audit is done.',
    openedAt: '2026-03-02T10:00:00Z',
    at: '2026-03-10T10:00:00Z',
    rung: 'consent',
    domain: 'security',
    zone: 'local',
    topic: 'Key rotation',
    isSatisfied: true,
    missing: [],
    principles: ['small-steps'],
    tensions: [],
    voices: [
      { person: bob, stance: 'support', url: `${url}#pullrequestreview-201` },
      { person: carol, stance: 'silent', url: null },
    ],
    objections: [],
    confirmedAt: null,
    reopened: null,
    supersededAt: null,
    reviewOn: null,
    review: null,
    sources: [{ of: 'decision', source, url: `${url}#issuecomment-101` }],
    ...parts,
  };
}
