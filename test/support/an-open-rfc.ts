/** Builds what the pages show of an open RFC; each test names only what matters to it. */
import type { Progress } from '../../src/decision/ladder/progress.ts';
import type { OpenRfc } from '../../src/decision/open-rfc.ts';

export function someProgress(parts: Partial<Progress> = {}): Progress {
  return { rung: 'consult', domain: null, zone: 'local', period: null, closesAt: null, voices: [], missing: [], silent: [], drift: [], ...parts };
}

export function anOpenRfc({ progress, ...parts }: Partial<Omit<OpenRfc, 'progress'>> & { progress?: Partial<Progress> } = {}): OpenRfc {
  return {
    kind: 'pull-request',
    title: 'Rotate signing keys',
    url: 'https://github.com/acme/rfcs/pull/7',
    isDraft: false,
    openedAt: '2026-03-02T10:00:00Z',
    author: { id: 12, login: 'bob' },
    owners: ['alice'],
    topic: null,
    pause: { kind: 'awaiting-review', since: '2026-03-03T10:00:00Z', waitsFor: [{ id: 13, login: 'carol' }] },
    dri: null,
    awaited: [{ person: 13, for: 'pause' }],
    progress: someProgress(progress),
    ...parts,
  };
}
