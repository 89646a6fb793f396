import { presentLabel } from '../present/issue.ts';
import type { Account } from '../state/accounts.ts';
import type { Label } from '../state/label.ts';
import type { Issue, Repository } from '../state/repository.ts';
import { isSameName, type WorldState } from '../state/world-state.ts';
import { enterEvent, tell, tellOfIssue, touch } from './tell.ts';

export interface NewLabel {
  name: string;
  color?: string;
  description?: string | null;
}

export function findLabel({ labels }: Repository, name: string): Label | undefined {
  return labels.find((label) => isSameName(label.name, name));
}

export function createLabel(world: WorldState, repository: Repository, { by, name, color = 'ededed', description = null }: NewLabel & { by: Account }): Label {
  const label: Label = { id: world.nextId(), name, color, description };
  repository.labels.push(label);
  tell(world, repository, { name: 'label', by, details: { action: 'created', label: presentLabel(world, repository, label) } });
  return label;
}

export function editLabel(world: WorldState, repository: Repository, { by, label, ...change }: { by: Account; label: Label } & Partial<NewLabel>): void {
  const { name = label.name, color = label.color, description = label.description } = change;
  const changes = {
    ...(name === label.name ? {} : { name: { from: label.name } }),
    ...(color === label.color ? {} : { color: { from: label.color } }),
    ...(description === label.description ? {} : { description: { from: label.description ?? '' } }),
  };
  Object.assign(label, { name, color, description });
  tell(world, repository, { name: 'label', by, details: { action: 'edited', label: presentLabel(world, repository, label), changes } });
}

/** A label that the repository does not have is made, as GitHub does. */
export function addLabels(world: WorldState, issue: Issue, { by, names }: { by: Account; names: readonly string[] }): void {
  for (const name of names) {
    const label = findLabel(issue.repository, name) ?? createLabel(world, issue.repository, { by, name });
    if (issue.labels.includes(label)) continue;
    issue.labels = [...issue.labels, label];
    labelChanged(world, issue, { action: 'labeled', by, label });
  }
}

/** Does nothing where the issue does not have it. */
export function removeLabel(world: WorldState, issue: Issue, { by, name }: { by: Account; name: string }): void {
  const label = issue.labels.find((each) => isSameName(each.name, name));
  if (label === undefined) return;
  issue.labels = issue.labels.filter((each) => each !== label);
  labelChanged(world, issue, { action: 'unlabeled', by, label });
}

export function setLabels(world: WorldState, issue: Issue, { by, names }: { by: Account; names: readonly string[] }): void {
  for (const { name } of issue.labels) {
    if (!names.some((each) => isSameName(each, name))) removeLabel(world, issue, { by, name });
  }
  addLabels(world, issue, { by, names });
}

function labelChanged(world: WorldState, issue: Issue, { action, by, label }: { action: 'labeled' | 'unlabeled'; by: Account; label: Label }): void {
  touch(world, issue);
  enterEvent(world, issue, action, { actor: by, label: { ...label } });
  tellOfIssue(world, issue, { action, by, details: { label: presentLabel(world, issue.repository, label) } });
}
