/** What people do on the page, as acts in the stand-in's world. Each says why it was not done, or null where it was. */
import { fullName } from '../github/state/repository.ts';
import { isPullRequest, type Issue } from '../github/state/issue.ts';
import { possibleChanges } from './thread-actions.ts';
import { shownFiles } from './thread-page.ts';
import { replaceLines, suggestedLines } from './suggestion.ts';
import { has, mayManage, mayPush, type View } from './view.ts';

/** The fields of a form. */
export type Fields = Readonly<Record<string, string>>;
type Act = (by: Pick<View, 'world' | 'person'>, issue: Issue, fields: Fields) => string | null;

/** By the last part of the form's address. */
export const acts: Readonly<Record<string, Act>> = { comment, document: editDocument, body: editBody, suggestion: commitSuggestion, check: useCheck, label: changeLabel, state: changeState };

function placeOf(issue: Issue): { repo: string; number: number } {
  return { repo: fullName(issue.repository), number: issue.number };
}

/** Browsers send line ends as `\r\n`. */
function textOf(value = ''): string {
  return value.replaceAll('\r\n', '\n');
}

function comment({ world, person }: Parameters<Act>[0], issue: Issue, { body }: Fields): string | null {
  const text = textOf(body);
  if (text.trim() === '') return 'The comment is empty.';
  world.comment({ ...placeOf(issue), by: person.login, body: text });
  return null;
}

function editDocument(by: Parameters<Act>[0], issue: Issue, { path, blob, text }: Fields): string | null {
  const file = shownFiles(by, issue).find((each) => each.path === path);
  if (file === undefined) return 'This file is no longer part of the pull request.';
  if (file.blob !== blob) return 'The document has changed meanwhile: load the page again, and edit it as it is now.';
  return commit(by, issue, { path: file.path, text: textOf(text), message: `Edit ${file.path}` });
}

function commit(by: Parameters<Act>[0], issue: Issue, { path, text, message }: Record<'path' | 'text' | 'message', string>): string | null {
  const home = issue.pull?.head.repository ?? null;
  if (!mayPush(by, issue) || home === null || issue.pull === null) return `@${by.person.login} may not push to this branch.`;
  by.world.push({ repo: fullName(home), by: by.person.login, branch: issue.pull.head.ref, files: { [path]: text }, message });
  return null;
}

function editBody(by: Parameters<Act>[0], issue: Issue, { text }: Fields): string | null {
  if (!mayManage(by, issue, 'write')) return `@${by.person.login} may not edit this issue.`;
  by.world.editRfc({ ...placeOf(issue), by: by.person.login, body: textOf(text) });
  return null;
}

function commitSuggestion(by: Parameters<Act>[0], issue: Issue, fields: Fields): string | null {
  const comment = issue.pull?.reviewComments.find(({ id }) => String(id) === fields.comment);
  const file = shownFiles(by, issue).find(({ path }) => path === comment?.path);
  const lines = comment === undefined ? null : suggestedLines(comment.body);
  if (comment === undefined || file === undefined || lines === null || comment.commit !== issue.pull?.head.sha) return 'The document has changed since this was suggested.';
  const text = replaceLines(file.text, { start: comment.startLine ?? comment.line, end: comment.line }, lines);
  return commit(by, issue, { path: file.path, text, message: 'Apply suggestion' });
}

function useCheck({ world, person }: Parameters<Act>[0], issue: Issue, { run: id, action }: Fields): string | null {
  const run = issue.repository.checkRuns.find((each) => String(each.id) === id);
  if (run === undefined || !isPullRequest(issue)) return 'There is no such check any more.';
  if (!has({ world, person }, 'write', issue.repository)) return `@${person.login} may not write here, so GitHub shows them no buttons.`;
  const at = { repo: fullName(issue.repository), by: person.login, checkRunId: run.id };
  if (action === 'rerun') {
    world.rerequestCheckRun(at);
    return null;
  }
  const button = run.actions.find(({ identifier }) => identifier === action);
  if (button === undefined) return 'The check does not have this button any more.';
  world.clickButton({ ...at, identifier: button.identifier });
  return null;
}

function changeLabel({ world, person }: Parameters<Act>[0], issue: Issue, { add, remove }: Fields): string | null {
  if (!has({ world, person }, 'triage', issue.repository)) return `@${person.login} may not label here.`;
  const at = { ...placeOf(issue), by: person.login };
  if (add) world.addLabels({ ...at, labels: [add] });
  if (remove) world.removeLabel({ ...at, label: remove });
  return null;
}

function changeState(by: Parameters<Act>[0], issue: Issue, { change }: Fields): string | null {
  const { world, person } = by;
  const wanted = possibleChanges(by, issue).find((each) => each === change);
  const at = { ...placeOf(issue), by: person.login };
  switch (wanted) {
    case 'ready':
    case 'draft':
      world.setDraft({ ...at, isDraft: wanted === 'draft' });
      return null;
    case 'merge':
      world.merge(at);
      return null;
    case 'close':
      world.close(at);
      return null;
    case 'reopen':
      world.reopen(at);
      return null;
    case undefined:
      return `@${person.login} cannot do this here now.`;
  }
}
