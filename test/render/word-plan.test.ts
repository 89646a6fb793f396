import { describe, expect, it } from '@jest/globals';
import { defaultConfig, type Config } from '../../src/config/schema.ts';
import { groupReports } from '../../src/decision/merge-group.ts';
import { observeRecord } from '../../src/decision/record.ts';
import { reconcile } from '../../src/decision/reconcile.ts';
import type { OwnCheckRun, OwnComment, Snapshot } from '../../src/decision/snapshot.ts';
import type { Write } from '../../src/decision/write.ts';
import { wordGroup, wordPlan } from '../../src/render/word-plan.ts';
import { aDocument, anIssue, aBody, aSeal, aSnapshot, headSha, now, ownerless, type SnapshotParts } from '../support/a-snapshot.ts';

function writesFor(snapshot: Snapshot, config: Config = defaultConfig): Write[] {
  return wordPlan(reconcile(snapshot, config, now), snapshot, { config, seal: aSeal });
}

function kinds(writes: readonly Write[]): string[] {
  return writes.map(({ kind }) => kind);
}

/** The world after the writes, as far as the pure part can see it. */
function after(parts: SnapshotParts): SnapshotParts {
  const writes = writesFor(aSnapshot(parts));
  const checkRuns = writes.flatMap((write): OwnCheckRun[] => (write.kind === 'create-check-run' ? [aRun(write)] : []));
  const comments = writes.flatMap((write): OwnComment[] => (write.kind === 'create-comment' ? [aComment(write.body)] : []));
  const [status] = comments;
  return { ...parts, checkRuns, comments, record: status === undefined ? { kind: 'none', copy: null } : observeRecord(status.body, { seal: aSeal, copy: null }) };
}

function aRun(write: Extract<Write, { kind: 'create-check-run' }>, parts: Partial<OwnCheckRun> = {}): OwnCheckRun {
  const { name, externalId, annotations } = write.content;
  return { id: 1, name, externalId, isCompleted: true, annotations: annotations.length, ...parts };
}

function aComment(body: string, id = 1): OwnComment {
  return { id, body, createdAt: '2026-03-02T10:00:00Z', url: `https://github.com/acme/rfcs/pull/7#issuecomment-${id}` };
}

function firstRun(parts: SnapshotParts): Extract<Write, { kind: 'create-check-run' }> {
  const run = writesFor(aSnapshot(parts)).find((write) => write.kind === 'create-check-run');
  if (run === undefined) throw new Error('a check run');
  return run;
}

const bare = aDocument({ text: ownerless });
const click = { id: 'd1', kind: 'rerun', sha: headSha } as const;

describe('wordPlan', () => {
  it('writes nothing once everything is there', () => {
    expect(writesFor(aSnapshot(after({})))).toEqual([]);
  });

  it('makes a new run and edits the same comment when the document changes', () => {
    expect(kinds(writesFor(aSnapshot({ ...after({ documents: [bare] }), documents: [aDocument()] })))).toEqual(['create-check-run', 'update-comment']);
  });

  it('finishes a run that was cut off, from the annotations that are there', () => {
    const run = aRun(firstRun({}), { isCompleted: false, annotations: 50 });
    expect(writesFor(aSnapshot({ checkRuns: [run] }))[0]).toMatchObject({ kind: 'finish-check-run', id: 1, sent: 50 });
  });

  it('cancels a run that was cut off before the document changed', () => {
    const run = aRun(firstRun({ documents: [bare] }), { isCompleted: false });
    expect(kinds(writesFor(aSnapshot({ checkRuns: [run] }))).slice(0, 2)).toEqual(['cancel-check-run', 'create-check-run']);
  });

  it('says again what an older run said, as GitHub shows the newest', () => {
    const past = aRun(firstRun({}));
    const newer = aRun(firstRun({ documents: [bare] }), { id: 2 });
    expect(kinds(writesFor(aSnapshot({ checkRuns: [past, newer] })))[0]).toBe('create-check-run');
  });

  it('runs again once for a click, and not again when the click is done', () => {
    const made = aRun(firstRun({}));
    const again = firstRun({ checkRuns: [made], clicks: [click] });
    const rerun = aRun(again, { id: 2 });
    expect(kinds(writesFor(aSnapshot({ checkRuns: [made, rerun], clicks: [click] })))).toEqual(['create-comment']);
    expect(kinds(writesFor(aSnapshot({ checkRuns: [made, rerun] })))).toEqual(['create-comment']);
  });

  it('keeps the oldest status comment and removes the others', () => {
    const { comments = [], ...rest } = after({});
    const twins = comments.flatMap(({ body }) => [aComment(body, 9), aComment(body, 3)]);
    expect(writesFor(aSnapshot({ ...rest, comments: twins }))).toEqual([{ kind: 'delete-comment', id: 9 }]);
  });

  it('removes the status comment of an issue that lost its label, and no other comment', () => {
    const comments = [aComment('<!-- unpause:status -->\nText', 4), aComment('<!-- unpause:event x -->\nText', 5)];
    expect(writesFor(aSnapshot({ rfc: { ...anIssue, labels: [] }, documents: [aBody()], comments }))).toEqual([{ kind: 'delete-comment', id: 4 }]);
  });

  it('describes a label that has to be made', () => {
    const label = writesFor(aSnapshot({ documents: [bare] })).find((write) => write.kind === 'add-label');
    expect(label?.label).toEqual({ name: 'needs-decision-owner', color: 'fbca04', description: 'Nobody is named yet who makes the final call' });
  });
});

describe('a suggestion', () => {
  const insert = { id: 'd2', kind: 'insert-missing', sha: headSha } as const;
  const document = aDocument({ text: ownerless, withTexts: true, diff: [{ start: 1, end: 3 }] });

  function suggestionFor(parts: SnapshotParts): Write | undefined {
    return writesFor(aSnapshot({ clicks: [insert], ...parts })).at(-1);
  }

  it('is a review comment on the lines that --fix would change', () => {
    const write = suggestionFor({ documents: [document] });
    expect(write).toMatchObject({ kind: 'create-review-comment', commit: headSha, path: 'rfcs/0001-keys.md' });
    expect(write).toHaveProperty('body', expect.stringMatching(/^<!-- unpause:event suggestion-[0-9a-f]{16} -->\n[^`]*`unpause lint --fix`[^`]*```suggestion\n\n\*\*Decision Owner\*\*: \[Name here\]\n\n```$/));
  });

  it('is a plain comment with a link where the diff does not show the line', () => {
    const write = suggestionFor({ documents: [{ ...document, diff: [{ start: 40, end: 60 }] }] });
    expect(write).toMatchObject({ kind: 'create-comment' });
    expect(write).toHaveProperty('body', expect.stringContaining('?plain=1#L2'));
  });

  it('is posted once for a click', () => {
    const write = suggestionFor({ documents: [document] });
    const body = write !== undefined && 'body' in write ? write.body : '';
    expect(kinds(writesFor(aSnapshot({ documents: [document], clicks: [insert], comments: [aComment(body)] })))).not.toContain('create-review-comment');
  });

  it('cannot be left by a fence in the document', () => {
    const fenced = aDocument({ text: '````md\n', withTexts: true, diff: [{ start: 1, end: 2 }] });
    const write = suggestionFor({ documents: [fenced] });
    expect(write !== undefined && 'body' in write ? write.body : '').toMatch(/\n`````suggestion\n/);
  });
});

describe('wordGroup', () => {
  it('puts a check on the group’s commit, and leaves it alone once it is there', () => {
    const group = { sha: 'f'.repeat(40), members: [aSnapshot({ documents: [bare] })], checkRuns: [], rerun: null };
    const [write] = wordGroup(groupReports(group, defaultConfig, now), group);
    if (write?.kind !== 'create-check-run') throw new Error('a check run');
    expect(write.content).toMatchObject({ name: 'Unpause: document', headSha: group.sha, conclusion: 'failure', title: '1 pull request in this group' });
    expect(write.content.summary).toContain('[\\#\u200b7 Rotate keys](https://github.com/acme/rfcs/pull/7) lacks something');
    const made = { ...group, checkRuns: [aRun(write)] };
    expect(wordGroup(groupReports(group, defaultConfig, now), made)).toEqual([]);
    expect(kinds(wordGroup(groupReports(group, defaultConfig, now), { ...made, rerun: 'd3' }))).toEqual(['create-check-run']);
  });
});
