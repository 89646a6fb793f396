import type { Account, Role } from '../state/accounts.ts';
import { fullName, type Repository } from '../state/repository.ts';
import { isSameName, type WorldState } from '../state/world-state.ts';
import { tell } from './tell.ts';

/** A file's text or bytes by path; null takes a file away. */
export type FileTexts = Readonly<Record<string, string | Uint8Array | null>>;

export interface NewRepository {
  owner: Account;
  name: string;
  files?: FileTexts;
  isPrivate?: boolean;
  collaborators?: ReadonlyMap<Account, Role>;
}

/** Makes a repository with one commit on `main`, by its owner, which holds the files. */
export function addRepository(world: WorldState, { owner, name, files = {}, isPrivate = false, collaborators = new Map<Account, Role>() }: NewRepository): Repository {
  const repository = emptyRepository(world, { owner, name, isPrivate, parent: null });
  for (const [account, role] of collaborators) repository.collaborators.set(account, role);
  const tree = world.git.addTree(changeFiles(world, new Map(), files));
  const { sha } = world.git.addCommit({ tree, parents: [], message: 'Initial commit', author: owner, at: world.now() });
  repository.branches.set(repository.defaultBranch, sha);
  tell(world, repository, { name: 'repository', by: owner, details: { action: 'created' } });
  return repository;
}

/** Makes somebody's own copy, with all branches. */
export function fork(world: WorldState, parent: Repository, by: Account): Repository {
  const repository = emptyRepository(world, { owner: by, name: parent.name, isPrivate: parent.isPrivate, parent });
  for (const [branch, sha] of parent.branches) repository.branches.set(branch, sha);
  tell(world, repository, { name: 'repository', by, details: { action: 'created' } });
  return repository;
}

function emptyRepository(world: WorldState, { owner, name, isPrivate, parent }: Pick<Repository, 'owner' | 'name' | 'isPrivate' | 'parent'>): Repository {
  if (world.findRepository(owner.login, name) !== undefined) throw new Error(`Unexpected second repository ${owner.login}/${name}, expected a name that is not taken`);
  const now = world.now();
  const repository: Repository = {
    id: world.nextId(),
    owner,
    name,
    isPrivate,
    defaultBranch: 'main',
    parent,
    collaborators: new Map(),
    branches: new Map(),
    labels: [],
    issues: new Map(),
    suites: [],
    checkRuns: [],
    mergeQueue: [],
    blocked: null,
    createdAt: now,
    updatedAt: now,
    pushedAt: now,
  };
  world.repositories.push(repository);
  world.formerNames.delete(fullName(repository).toLowerCase());
  return repository;
}

/** The files as they are after a change. */
export function changeFiles(world: WorldState, before: ReadonlyMap<string, string>, changes: FileTexts): Map<string, string> {
  const files = new Map(before);
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) files.delete(path);
    else files.set(path, world.git.addBlob(text));
  }
  return files;
}

/** The old name leads to the new one, until a repository takes it. */
export function renameRepository(world: WorldState, repository: Repository, { name, by }: { name: string; by: Account }): void {
  if (world.findRepository(repository.owner.login, name) !== undefined) throw new Error(`Unexpected name ${name}, expected one that is not taken`);
  const from = repository.name;
  world.formerNames.set(fullName(repository).toLowerCase(), repository);
  repository.name = name;
  repository.updatedAt = world.now();
  tell(world, repository, { name: 'repository', by, details: { action: 'renamed', changes: { repository: { name: { from } } } } });
}

/** Pull requests that came from it stay, without a head repository. */
export function deleteRepository(world: WorldState, repository: Repository, by: Account): void {
  world.repositories.splice(world.repositories.indexOf(repository), 1);
  for (const [name, each] of world.formerNames) if (each === repository) world.formerNames.delete(name);
  for (const { issues } of world.repositories) {
    for (const issue of issues.values()) if (issue?.pull?.head.repository === repository) issue.pull.head.repository = null;
  }
  tell(world, repository, { name: 'repository', by, details: { action: 'deleted' } });
}

/** The repository that went by this name before; undefined where there is none. */
export function findRenamed(world: WorldState, owner: string, name: string): Repository | undefined {
  const repository = world.formerNames.get(`${owner}/${name}`.toLowerCase());
  return repository !== undefined && !isSameName(fullName(repository), `${owner}/${name}`) ? repository : undefined;
}
