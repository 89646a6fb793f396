/** What GitHub would say of a simulated RFC: as much of a snapshot as choosing a temporary DRI looks at. */
import { type Config, defaultConfig } from '../../src/config/schema.ts';
import type { Load } from '../../src/decision/load.ts';
import type { Account, Snapshot } from '../../src/decision/snapshot.ts';
import type { Rfc } from './rfc.ts';
import { calendar, day } from './work-clock.ts';
import type { Staff } from './staff.ts';

const team = 'acme/everybody';

/** The defaults, with everybody in the pool. */
export const config: Config = { ...defaultConfig, dri: { ...defaultConfig.dri, pool: [team] } };

export function accountOf(id: number): Account {
  return { id, login: `person-${id}`, isBot: false };
}

export interface Office {
  snapshotOf: (rfc: Rfc, load: Load) => Snapshot;
  /** Of the time that a fair choice looks back on. */
  absencesAt: (at: number) => Load['absences'];
}

export function openOffice(staff: Staff): Office {
  const members = staff.people.map(accountOf);
  const people = members.map((account) => ({ account, permission: 'write' as const, isAssignable: true }));
  const absences = [...staff.absences].flatMap(([person, times]) =>
    times.map(({ from, until }) => ({ from, until, absence: { person, from: new Date(from).toISOString(), until: new Date(until).toISOString() } })),
  );
  return {
    absencesAt: (at) => absences.filter(({ from, until }) => from <= at && until > at - 365 * day).map(({ absence }) => absence),
    snapshotOf: (rfc, load) => ({
      repository: { id: 1, owner: 'acme', name: 'rfcs', isPrivate: true, defaultBranch: 'main', url: 'https://github.com/acme/rfcs' },
      rules: { isConfigured: true, configuredAt: null, source: 'files', path: '.github/unpause.yml', mistakes: [], unread: [], proposed: null },
      rfc: rfcFacts(rfc),
      documents: [],
      comments: [],
      record: { kind: 'none', copy: null },
      checkRuns: [],
      clicks: [],
      acts: [],
      reviewers: [],
      assignees: [],
      people,
      teams: [{ team, members }],
      codeowners: null,
      load,
      calendar,
    }),
  };
}

function rfcFacts(rfc: Rfc): Snapshot['rfc'] {
  const openedAt = new Date(rfc.openedAt).toISOString();
  return {
    kind: 'pull-request',
    number: rfc.n,
    title: `Proposal ${rfc.n}`,
    body: '',
    bodyHash: '',
    url: `https://github.com/acme/rfcs/pull/${rfc.n}`,
    author: accountOf(rfc.author),
    isOpen: rfc.decidedAt === null,
    isMerged: false,
    isDraft: false,
    labels: [],
    head: null,
    createdAt: openedAt,
    updatedAt: openedAt,
    lastHumanActivityAt: openedAt,
  };
}
