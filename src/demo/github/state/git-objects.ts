import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Account } from './accounts.ts';

export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Account;
  readonly at: string;
}

/** Every file of a commit: its path and its blob. */
export type Files = ReadonlyMap<string, string>;

export interface TreeEntry {
  readonly path: string;
  readonly mode: '100644' | '040000';
  readonly type: 'blob' | 'tree';
  readonly sha: string;
}

/** What git keeps, under the names that git itself would give: the same bytes have the same sha-1 as in any clone. */
export class GitObjects {
  readonly #blobs = new Map<string, Buffer>();
  readonly #folders = new Map<string, readonly TreeEntry[]>();
  readonly #files = new Map<string, Files>();
  readonly #commits = new Map<string, Commit>();

  addBlob(content: string | Uint8Array): string {
    const bytes = Buffer.from(content);
    const sha = objectName('blob', bytes);
    this.#blobs.set(sha, bytes);
    return sha;
  }

  addTree(files: Files): string {
    const sha = this.#addFolder([...files]);
    this.#files.set(sha, new Map(files));
    return sha;
  }

  addCommit({ tree, parents, message, author, at }: Omit<Commit, 'sha'>): Commit {
    const who = `${author.login} <${emailOf(author)}> ${Math.floor(Date.parse(at) / 1000)} +0000`;
    const lines = [`tree ${tree}`, ...parents.map((parent) => `parent ${parent}`), `author ${who}`, `committer ${who}`, '', message];
    const sha = objectName('commit', Buffer.from(lines.join('\n')));
    const commit = { sha, tree, parents, message, author, at };
    this.#commits.set(sha, commit);
    return commit;
  }

  blob(sha: string): Buffer | undefined {
    return this.#blobs.get(sha);
  }

  findCommit(sha: string): Commit | undefined {
    return this.#commits.get(sha);
  }

  /** A commit that is known to be there. */
  commit(sha: string): Commit {
    const commit = this.#commits.get(sha);
    if (commit === undefined) throw new Error(`Unexpected commit ${sha}, expected one that was pushed`);
    return commit;
  }

  filesOf(commit: string): Files {
    return this.#files.get(this.commit(commit).tree) ?? new Map<string, string>();
  }

  /** What one folder holds; undefined where there is no such tree. */
  folder(tree: string): readonly TreeEntry[] | undefined {
    return this.#folders.get(tree);
  }

  /** The file or folder at a path below a tree; the empty path is the tree itself. */
  entryAt(tree: string, path: string): TreeEntry | undefined {
    let entry: TreeEntry | undefined = { path: '', mode: '040000', type: 'tree', sha: tree };
    for (const name of path.split('/').filter((part) => part !== '')) {
      entry = this.#folders.get(entry.sha)?.find((each) => each.path === name);
      if (entry === undefined) return undefined;
    }
    return entry;
  }

  #addFolder(files: readonly (readonly [string, string])[]): string {
    const below = new Map<string, [string, string][]>();
    const entries: TreeEntry[] = [];
    for (const [path, blob] of files) {
      const slash = path.indexOf('/');
      if (slash === -1) {
        entries.push({ path, mode: '100644', type: 'blob', sha: blob });
        continue;
      }
      const name = path.slice(0, slash);
      const held = below.get(name) ?? [];
      held.push([path.slice(slash + 1), blob]);
      below.set(name, held);
    }
    for (const [path, held] of below) entries.push({ path, mode: '040000', type: 'tree', sha: this.#addFolder(held) });
    entries.sort(byGitsOrder);
    const sha = objectName('tree', Buffer.concat(entries.map(entryBytes)));
    this.#folders.set(sha, entries);
    return sha;
  }
}

/** The address that ties a commit to an account. */
export function emailOf({ id, login }: Account): string {
  return `${id}+${login}@users.noreply.example.com`;
}

function objectName(kind: string, bytes: Buffer): string {
  return createHash('sha1').update(`${kind} ${bytes.length}\0`).update(bytes).digest('hex');
}

function entryBytes({ path, mode, sha }: TreeEntry): Buffer {
  return Buffer.concat([Buffer.from(`${mode.replace(/^0/, '')} ${path}\0`), Buffer.from(sha, 'hex')]);
}

/** Git sorts a folder as if its name ended in a slash. */
function byGitsOrder(a: TreeEntry, b: TreeEntry): number {
  const [left, right] = [a, b].map(({ path, type }) => (type === 'tree' ? `${path}/` : path));
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
