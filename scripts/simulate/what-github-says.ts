/** What GitHub says of a simulated RFC: a pull request that adds one document, which names its Decision Owner. */
import { type Config, defaultConfig } from '../../src/config/schema.ts';
import type { Act } from '../../src/decision/acts.ts';
import type { Load } from '../../src/decision/load.ts';
import type { Account, ObservedDocument, Snapshot } from '../../src/decision/snapshot.ts';
import { createLinter } from '../../src/lib.ts';
import type { Rfc } from './rfc.ts';
import { leadIds, type Staff } from './staff.ts';
import { calendar, origin } from './work-clock.ts';

const team = 'acme/everybody';

/** No word that a linter takes for a placeholder. */
export const loginStart = 'carol-';

/** The defaults, with everybody in the pool, and the path of escalation. */
export const config: Config = {
  ...defaultConfig,
  dri: { ...defaultConfig.dri, pool: [team] },
  escalation: { ...defaultConfig.escalation, path: leadIds.map((id) => accountOf(id).login) },
};

export function accountOf(id: number): Account {
  return { id, login: `${loginStart}${id}`, isBot: false };
}

export function urlOf({ n }: Rfc): string {
  return `https://github.com/acme/rfcs/pull/${n}`;
}

export function headOf({ n }: Rfc): string {
  return n.toString(16).padStart(40, '0');
}

export interface Office {
  /** An RFC as its author has just opened it. */
  opened: (rfc: Rfc, load: Load) => Snapshot;
}

export function openOffice(staff: Staff): Office {
  const members = staff.people.map(accountOf);
  const people = [...members, ...staff.leads.map(accountOf)].map((account) => ({ account, permission: 'write' as const, isAssignable: true }));
  const documents = new Map<number, ObservedDocument>();
  const documentOf = (owner: number): ObservedDocument => {
    const known = documents.get(owner) ?? aDocument(accountOf(owner).login);
    documents.set(owner, known);
    return known;
  };
  return {
    opened: (rfc, load) => ({
      repository: { id: 1, owner: 'acme', name: 'rfcs', isPrivate: true, defaultBranch: 'main', url: 'https://github.com/acme/rfcs' },
      rules: { isConfigured: true, configuredAt: new Date(origin).toISOString(), source: 'files', path: '.github/unpause.yml', mistakes: [], unread: [], proposed: null },
      rfc: rfcFacts(rfc),
      documents: [documentOf(rfc.owner)],
      changedPaths: [],
      comments: [],
      record: { kind: 'none', copy: null },
      checkRuns: [],
      clicks: [],
      acts: openingActs(rfc),
      reviewers: rfc.reviewers.map(accountOf),
      assignees: [],
      people,
      teams: [{ team, members }],
      codeowners: null,
      load,
      earlier: [],
      calendar,
    }),
  };
}

function aDocument(owner: string): ObservedDocument {
  const source = { path: 'rfcs/proposal.md', text: `# Proposal\n\n**Decision Owner**: @${owner}\n\nLet us do it this way.\n` };
  const result = createLinter(config).lint(source, { now: new Date(origin) });
  return { path: source.path, blob: 'b'.repeat(40), url: null, result, unread: null, wording: 'c'.repeat(16), diff: [], texts: null };
}

function rfcFacts(rfc: Rfc): Snapshot['rfc'] {
  const openedAt = new Date(rfc.openedAt).toISOString();
  return {
    kind: 'pull-request',
    number: rfc.n,
    title: `Proposal ${rfc.n}`,
    body: '',
    bodyHash: '',
    url: urlOf(rfc),
    author: accountOf(rfc.author),
    isOpen: true,
    isMerged: false,
    isDraft: false,
    labels: [config.label],
    head: { sha: headOf(rfc), fork: null },
    createdAt: openedAt,
    updatedAt: openedAt,
    lastHumanActivityAt: openedAt,
  };
}

function openingActs(rfc: Rfc): Act[] {
  const base = { at: new Date(rfc.openedAt).toISOString(), by: accountOf(rfc.author), isOwn: false };
  const requests = rfc.reviewers.map((id): Act => ({ kind: 'requested', ...base, of: accountOf(id) }));
  return [{ kind: 'opened', ...base }, { kind: 'pushed', ...base, sha: headOf(rfc) }, ...requests];
}
