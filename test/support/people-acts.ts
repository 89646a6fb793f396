/**
 * What people do in a repository, as data: any list of acts makes sense in any repository, so that a property can be
 * tried in several of them and shrunk. An act that nobody could do at that moment is left out.
 */
import fc from 'fast-check';
import { fullName, isPullRequest, type CheckRun, type Issue, type PullRequest } from '../../src/demo/github/state/repository.ts';
import type { World } from '../../src/demo/github/world.ts';

const documents = {
  owned: '# Rotate keys\n\n**Decision Owner**: @alice\n**Decide by**: 2026-12-01\n',
  other: '# Rotate keys\n\n**Decision Owner**: @bob\n',
  ownerless: '# Rotate keys\n\nLet us rotate the keys.\n',
  placeholder: '# Rotate keys\n\n**Decision Owner**: [Name here]\n',
  several: '# Rotate keys\n\n**Decision Owner**: @alice, @bob\n**Decide by**: soon\n',
  unknown: '# Rotate keys\n\n**Decision Owner**: @nobody-of-this-name\n',
  far: '# Rotate keys\n\n**Decision Owner**: @alice\n**Decide by**: 2031-12-01\n',
  empty: '',
} as const;
type DocumentName = keyof typeof documents;

const configs = {
  defaults: '',
  decides: 'require-decision: true\n',
  dryRun: 'dry-run: true\n',
  otherLabel: 'label: Proposal\n',
  noLabel: 'labels: {needs-decision-owner: false}\n',
  strict: 'lint:\n  rules:\n    decide-by: error\n',
  broken: 'label: RFC\npaus: {}\n',
  unreadable: 'label: [1\n',
} as const;
type ConfigName = keyof typeof configs;

/** What people do with an RFC, with all that any of it needs; the more often a word stands here, the more often it is done. */
const pullKinds = ['push', 'push', 'push', 'push', 'propose-config', 'draft', 'review', 'merge', 'enqueue', 'dequeue'] as const;
const issueKinds = ['edit', 'edit', 'label', 'label', 'unlabel', 'comment', 'close', 'reopen', 'tamper', 'remove-status'] as const;
const clickKinds = ['click', 'rerun', 'rerun-suite'] as const;
type PullKind = (typeof pullKinds)[number] | (typeof clickKinds)[number];
type IssueKind = (typeof issueKinds)[number];

interface ActOnRfc {
  kind: PullKind | IssueKind;
  /** Picks one of those that there are, counted round and round. */
  at: number;
  document: DocumentName | null;
  title: string;
  label: string;
  body: string;
  config: ConfigName;
  /** Pushes with force; turns a pull request into a draft. */
  flag: boolean;
}

interface OpenPull {
  kind: 'open-pull';
  from: 'branch' | 'fork';
  document: DocumentName | null;
  draft: boolean;
  labels: readonly string[];
}

export type Act =
  | OpenPull
  | ActOnRfc
  | { kind: 'open-issue'; document: DocumentName; labels: readonly string[] }
  | { kind: 'config'; config: ConfigName | null }
  | { kind: 'merge-group' };

const anyDocument = fc.constantFrom(...(Object.keys(documents) as DocumentName[]));
const maybeDocument = fc.option(anyDocument, { freq: 6 });
const anyConfig = fc.constantFrom(...(Object.keys(configs) as ConfigName[]));
const label = fc.constantFrom('RFC', 'rfc', 'needs-decision-owner', 'Proposal', 'bug');
const labels = fc.oneof({ weight: 2, arbitrary: fc.constant(['RFC']) }, { weight: 1, arbitrary: fc.uniqueArray(label, { maxLength: 2 }) });
const words = fc.constantFrom('A thought.', '<!-- unpause:status -->\nAll is decided.\n\n<!-- unpause:record {} -->', '/dri take', 'cc @alice');

function onRfc(...kinds: readonly (PullKind | IssueKind)[]): fc.Arbitrary<Act> {
  const title = fc.constantFrom('Rotate keys', 'Rotate all keys');
  return fc.record<ActOnRfc>({ kind: fc.constantFrom(...kinds), at: fc.nat(7), document: maybeDocument, title, label, body: words, config: anyConfig, flag: fc.boolean() });
}

/** Everything that a person may do that is told of once and stays to be seen. */
export const lastingAct = fc.oneof(
  { weight: 4, arbitrary: fc.record<OpenPull>({ kind: fc.constant('open-pull'), from: fc.constantFrom('branch', 'branch', 'fork'), document: maybeDocument, draft: fc.constantFrom(false, false, true), labels }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('open-issue' as const), document: anyDocument, labels }) },
  { weight: 14, arbitrary: onRfc(...pullKinds, ...issueKinds) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('config' as const), config: fc.option(anyConfig) }) },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'merge-group' }) },
) as fc.Arbitrary<Act>;

/** A click: GitHub tells of it once, and shows it nowhere. */
export const click = onRfc(...clickKinds);

/** Files of a repository in which acts begin. */
export const firstFiles = { '.github/unpause.yml': configs.defaults };

/** Does one after the other, in one turn of the event loop: nobody sees what was between them. */
export function perform(world: World, repo: string, acts: readonly Act[]): void {
  for (const act of acts) performOne({ world, repo }, act);
}

interface Scene {
  world: World;
  repo: string;
}

const path = 'rfcs/0001-keys.md';
/** On an issue that was never an RFC a look takes it off, but no sweep looks there: people put it on no issue. */
const botsLabel = 'needs-decision-owner';

function performOne(scene: Scene, act: Act): void {
  const { world, repo } = scene;
  switch (act.kind) {
    case 'open-pull':
      openPull(scene, act);
      return;
    case 'open-issue': {
      const { number } = world.openIssue({ repo, by: 'bob', title: 'Rotate keys', body: documents[act.document] });
      world.addLabels({ repo, number, by: 'bob', labels: act.labels.filter((name) => name !== botsLabel) });
      return;
    }
    case 'config':
      world.push({ repo, by: 'alice', branch: 'main', files: { '.github/unpause.yml': act.config === null ? null : configs[act.config] } });
      return;
    case 'merge-group':
      if (world.repository(repo).mergeQueue.length > 0) world.mergeQueueHead({ repo, by: 'alice' });
      return;
    default:
      performOn(scene, act);
  }
}

function performOn(scene: Scene, act: ActOnRfc): void {
  const { kind, at } = act;
  const issues = [...scene.world.repository(scene.repo).issues.values()].filter((issue) => issue !== null);
  const on = (number: number) => ({ repo: scene.repo, number, by: 'alice' });
  if (isIssueKind(kind)) {
    const issue = issues[at % Math.max(1, issues.length)];
    if (issue !== undefined) onIssue[kind](scene.world, { issue, act, on: on(issue.number) });
    return;
  }
  const pulls = issues.filter(isPullRequest);
  const issue = pulls[at % Math.max(1, pulls.length)];
  if (issue !== undefined) onPull[kind](scene.world, { issue, act, on: on(issue.number) });
}

function isIssueKind(kind: ActOnRfc['kind']): kind is IssueKind {
  return kind in onIssue;
}

interface Place<Of> {
  issue: Of;
  act: ActOnRfc;
  on: { repo: string; number: number; by: string };
}

const onIssue: Record<IssueKind, (world: World, place: Place<Issue>) => void> = {
  edit: (world, { issue, act, on }) => {
    world.editRfc({ ...on, title: act.title, ...(issue.pull === null && { body: textOf(act.document) }) });
  },
  label: (world, { issue, act, on }) => {
    if (issue.pull !== null || act.label !== botsLabel) world.addLabels({ ...on, labels: [act.label] });
  },
  unlabel: (world, { act, on }) => {
    world.removeLabel({ ...on, label: act.label });
  },
  comment: (world, { act, on }) => {
    world.comment({ ...on, body: act.body });
  },
  close: (world, { on }) => {
    world.close(on);
  },
  reopen: (world, { issue, on }) => {
    if (!issue.pull?.mergedAt) world.reopen(on);
  },
  // Somebody who may write meddles with what the App wrote.
  tamper: (world, { issue, on }) => {
    const status = statusOf(issue);
    if (status) world.editComment({ ...on, commentId: status.id, body: status.body.replace('firstSeenAt":"20', 'firstSeenAt":"19') });
  },
  'remove-status': (world, { issue, on }) => {
    const status = statusOf(issue);
    if (status) world.deleteComment({ ...on, commentId: status.id });
  },
};

const onPull: Record<PullKind, (world: World, place: Place<PullRequest>) => void> = {
  push: (world, { issue, act }) => {
    pushTo(world, issue, { files: { [path]: act.document === null ? null : documents[act.document], 'src/a.ts': `export const x = ${world.nextId()};\n` }, force: act.flag });
  },
  'propose-config': (world, { issue, act }) => {
    pushTo(world, issue, { files: { '.github/unpause.yml': configs[act.config] } });
  },
  draft: (world, { act, on }) => {
    world.setDraft({ ...on, isDraft: act.flag });
  },
  review: (world, { on }) => {
    world.review({ ...on, state: 'COMMENTED', body: 'Looks fine.' });
  },
  merge: (world, { issue, on }) => {
    if (issue.state === 'open' && !isQueued(issue)) world.merge(on);
  },
  enqueue: (world, { issue, on }) => {
    if (issue.state === 'open' && !isQueued(issue)) world.enqueue(on);
  },
  dequeue: (world, { issue, on }) => {
    if (isQueued(issue)) world.dequeue(on);
  },
  click: (world, { issue, on }) => {
    const run = newestRun(issue);
    const button = run?.actions.find(({ identifier }) => identifier === 'insert-missing');
    if (run && button) world.clickButton({ ...on, checkRunId: run.id, identifier: button.identifier });
  },
  rerun: (world, { issue, on }) => {
    const run = newestRun(issue);
    if (run) world.rerequestCheckRun({ ...on, checkRunId: run.id });
  },
  'rerun-suite': (world, { issue, on }) => {
    const run = newestRun(issue);
    if (run) world.rerequestCheckSuite({ ...on, checkSuiteId: run.suite.id });
  },
};

function textOf(document: DocumentName | null): string | null {
  return document === null ? null : documents[document];
}

function statusOf({ comments }: Issue): Issue['comments'][number] | undefined {
  return comments.find(({ author, body }) => author.login === 'unpause[bot]' && body.startsWith('<!-- unpause:status -->'));
}

function isQueued(issue: Issue): boolean {
  return issue.repository.mergeQueue.some((group) => group.issue === issue);
}

function newestRun({ pull, repository }: PullRequest): CheckRun | undefined {
  return repository.checkRuns.findLast(({ headSha }) => headSha === pull.head.sha);
}

function openPull({ world, repo }: Scene, { from, document, draft, labels: given }: OpenPull): void {
  const branch = `proposal-${world.repository(repo).issues.size + 1}`;
  const files = document === null ? { 'src/b.ts': 'export {};\n' } : { [path]: documents[document] };
  const home = from === 'fork' ? forkOf({ world, repo }) : repo;
  const by = from === 'fork' ? (home.split('/')[0] ?? '') : 'bob';
  world.push({ repo: home, by, branch, files: { ...files, [`notes/${branch}.txt`]: 'x\n' } });
  const { number } = world.openPullRequest({ repo, by, title: 'Rotate keys', head: from === 'fork' ? `${by}:${branch}` : branch, draft });
  world.addLabels({ repo, number, by: 'bob', labels: given });
}

/** Somebody of their own for each repository: a person has one fork of a name. */
function forkOf({ world, repo }: Scene): string {
  const [owner = '', name = ''] = repo.split('/');
  const login = `carol-${owner}`;
  if (world.findAccount(login) === undefined) {
    world.addUser(login);
    world.fork({ repo, by: login });
  }
  return `${login}/${name}`;
}

function pushTo(world: World, { pull, state }: PullRequest, { files, force = false }: { files: Record<string, string | null>; force?: boolean }): void {
  const { repository, ref } = pull.head;
  if (state === 'closed' || repository === null) return;
  world.push({ repo: fullName(repository), by: repository.parent === null ? 'bob' : repository.owner.login, branch: ref, files, force });
}
