/** Builds what GitHub says of an RFC; each test names only what matters to it. Documents are linted for real. */
import type { Config } from '../../src/config/schema.ts';
import { defaultConfig } from '../../src/config/schema.ts';
import type { LineRange, ObservedDocument, RfcFacts, RulesInForce, Snapshot } from '../../src/decision/snapshot.ts';
import { createLinter } from '../../src/lib.ts';

export const now = new Date('2026-03-02T10:00:00Z');
export const headSha = 'a'.repeat(40);

export const owned = '# Rotate keys\n\n**Decision Owner**: @alice\n**Decide by**: 2026-04-01\n';
export const ownerless = '# Rotate keys\n\nLet us rotate the keys.\n';

export interface SnapshotParts {
  rfc?: Partial<RfcFacts>;
  rules?: Partial<RulesInForce>;
  documents?: readonly ObservedDocument[];
  changedPaths?: Snapshot['changedPaths'];
  comments?: Snapshot['comments'];
  record?: Snapshot['record'];
  checkRuns?: Snapshot['checkRuns'];
  clicks?: Snapshot['clicks'];
  acts?: Snapshot['acts'];
  reviewers?: Snapshot['reviewers'];
  assignees?: Snapshot['assignees'];
  people?: Snapshot['people'];
  teams?: Snapshot['teams'];
  codeowners?: Snapshot['codeowners'];
  load?: Snapshot['load'];
  earlier?: Snapshot['earlier'];
  calendar?: Snapshot['calendar'];
}

/** Working days from nine to five, in UTC. */
export const workdays: Snapshot['calendar'] = { timezone: 'UTC', weekend: [6, 7], holidays: [], hours: { from: 9 * 60, to: 17 * 60 } };

/** Nobody has anything else to do. */
export const idle: Snapshot['load'] = { terms: [], absences: [], callsToday: 0 };

export function aSnapshot({ rfc, rules, documents = [aDocument()], ...rest }: SnapshotParts = {}): Snapshot {
  return {
    repository: { id: 1, owner: 'acme', name: 'rfcs', isPrivate: false, defaultBranch: 'main', url: 'https://github.com/acme/rfcs' },
    rules: { ...someRules, ...rules },
    rfc: { ...someRfc, ...rfc },
    documents,
    changedPaths: [],
    comments: [],
    record: { kind: 'none', copy: null },
    checkRuns: [],
    clicks: [],
    acts: [],
    reviewers: [],
    assignees: [],
    people: [],
    teams: [],
    codeowners: null,
    load: idle,
    earlier: [],
    calendar: workdays,
    ...rest,
  };
}

const someRules: RulesInForce = {
  isConfigured: true,
  configuredAt: '2026-01-05T09:00:00Z',
  source: 'files',
  path: '.github/unpause.yml',
  mistakes: [],
  unread: [],
  proposed: null,
};

const someRfc: RfcFacts = {
  kind: 'pull-request',
  number: 7,
  title: 'Rotate keys',
  body: '',
  bodyHash: 'e3b0c44298fc1c14',
  url: 'https://github.com/acme/rfcs/pull/7',
  author: { id: 11, login: 'alice', isBot: false },
  isOpen: true,
  isMerged: false,
  isDraft: false,
  labels: ['RFC'],
  head: { sha: headSha, fork: null },
  createdAt: '2026-03-01T10:00:00Z',
  updatedAt: '2026-03-01T10:00:00Z',
  lastHumanActivityAt: '2026-03-01T10:00:00Z',
};

export const anIssue: Partial<RfcFacts> = { kind: 'issue', head: null, url: 'https://github.com/acme/rfcs/issues/7' };

export interface DocumentParts {
  path?: string;
  text?: string;
  config?: Config;
  diff?: readonly LineRange[];
  /** What else its pull request changes; left out: nobody knows. */
  changed?: readonly string[];
  /** Its text and the mended one are at hand, as while a button asks for them. */
  withTexts?: boolean;
}

/** A file of the pull request. */
export function aDocument({ path = 'rfcs/0001-keys.md', text = owned, config = defaultConfig, diff = [], withTexts = false, ...told }: DocumentParts = {}): ObservedDocument {
  const linter = createLinter(config);
  const source = { path, text, ...told };
  return {
    path,
    blob: 'b'.repeat(40),
    url: `https://github.com/acme/rfcs/blob/${headSha}/${path}`,
    result: linter.lint(source, { now }),
    unread: null,
    wording: text.replace(/\s+/g, ''),
    diff,
    texts: withTexts ? { now: text, mended: linter.fix(source, { now }) } : null,
  };
}

/** The body of an issue, which is its document. */
export function aBody(text = ownerless): ObservedDocument {
  return { ...aDocument({ path: 'issue #7', text }), blob: null, url: 'https://github.com/acme/rfcs/issues/7' };
}

/** A document that could not be read. */
export function anUnreadDocument(): ObservedDocument {
  return { ...aDocument(), result: null, unread: 'GitHub did not answer', wording: null };
}

/** Signs with what a test can foresee. */
export function aSeal(text: string): string {
  return `sealed ${text.length}`;
}
