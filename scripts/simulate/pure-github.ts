/** GitHub, as far as a snapshot shows it: what each request of a look makes of it. For laws that are tried many times. */
import type { OwnCheckRun, OwnComment, Snapshot } from '../../src/decision/snapshot.ts';
import type { CheckRunContent, Write } from '../../src/decision/write.ts';

type Request = Exclude<Write, { kind: 'create-check-run' | 'finish-check-run' }> | { kind: 'make-run' | 'extend-run'; content: CheckRunContent; annotations: number; isLast: boolean };

/** GitHub takes so many annotations in one request. */
const batch = 50;

/** The requests that a look makes for its writes: a check run with many annotations takes several. */
export function stepsOf(writes: readonly Write[]): Request[] {
  return writes.flatMap((write): Request[] => {
    if (write.kind === 'create-check-run') return batches(write.content, 0).map((request, index) => ({ ...request, kind: index === 0 ? 'make-run' : 'extend-run' }));
    if (write.kind === 'finish-check-run') return batches(write.content, write.sent).map((request) => ({ ...request, kind: 'extend-run' }));
    return [write];
  });
}

function batches(content: CheckRunContent, sent: number): { content: CheckRunContent; annotations: number; isLast: boolean }[] {
  const left = content.annotations.length - sent;
  return Array.from({ length: Math.max(1, Math.ceil(left / batch)) }, (_, index) => {
    const annotations = Math.max(0, Math.min(batch, left - index * batch));
    return { content, annotations, isLast: left - index * batch <= batch };
  });
}

/** The snapshot that the next look takes, its record aside. */
export function carryOut(snapshot: Snapshot, request: Request): Snapshot {
  switch (request.kind) {
    case 'make-run': {
      const { content, annotations, isLast } = request;
      const run: OwnCheckRun = { id: nextId(snapshot), name: content.name, externalId: content.externalId, isCompleted: isLast, annotations };
      return { ...snapshot, checkRuns: [...snapshot.checkRuns, run] };
    }
    case 'extend-run':
      return { ...snapshot, checkRuns: snapshot.checkRuns.map((run) => (run.externalId === request.content.externalId && !run.isCompleted ? { ...run, isCompleted: request.isLast, annotations: run.annotations + request.annotations } : run)) };
    case 'cancel-check-run':
      return { ...snapshot, checkRuns: snapshot.checkRuns.map((run) => (run.id === request.id ? { ...run, isCompleted: true } : run)) };
    case 'create-comment':
    case 'create-review-comment': {
      const id = nextId(snapshot);
      const comment: OwnComment = { id, body: request.body, createdAt: '2026-03-02T10:00:00Z', url: `${snapshot.rfc.url}#c${id}` };
      return { ...snapshot, comments: [...snapshot.comments, comment] };
    }
    case 'update-comment':
      return { ...snapshot, comments: snapshot.comments.map((comment) => (comment.id === request.id ? { ...comment, body: request.body } : comment)) };
    case 'delete-comment':
      return { ...snapshot, comments: snapshot.comments.filter(({ id }) => id !== request.id) };
    default:
      return carryOutSmall(snapshot, request);
  }
}

type SmallRequest = Extract<Request, { kind: 'add-label' | 'remove-label' | 'react' } | { login: string }>;

/** What has no words. No snapshot shows reactions. */
function carryOutSmall(snapshot: Snapshot, request: SmallRequest): Snapshot {
  switch (request.kind) {
    case 'add-label':
      return labelled(snapshot, [...snapshot.rfc.labels, request.label.name]);
    case 'remove-label':
      return labelled(snapshot, snapshot.rfc.labels.filter((label) => label.toLowerCase() !== request.name.toLowerCase()));
    case 'assign':
      return assigned(snapshot, request.login);
    case 'unassign':
      return { ...snapshot, assignees: snapshot.assignees.filter(({ login }) => !isSameLogin(login, request.login)) };
    case 'react':
      return snapshot;
  }
}

function labelled(snapshot: Snapshot, labels: readonly string[]): Snapshot {
  return { ...snapshot, rfc: { ...snapshot.rfc, labels } };
}

/** Whom GitHub does not let be assigned, it leaves out without a word. */
function assigned(snapshot: Snapshot, login: string): Snapshot {
  const found = snapshot.people.find(({ account }) => isSameLogin(account.login, login));
  const isThere = snapshot.assignees.some((assignee) => isSameLogin(assignee.login, login));
  if (!found || found.isAssignable === false || isThere) return snapshot;
  return { ...snapshot, assignees: [...snapshot.assignees, found.account] };
}

function isSameLogin(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function nextId({ checkRuns, comments }: Snapshot): number {
  return 1 + Math.max(0, ...checkRuns.map(({ id }) => id), ...comments.map(({ id }) => id));
}
