/**
 * One process at a time in the embedded database's folder: PGlite takes no lock of its own, and two processes in one
 * folder lose rows. The lock is SQLite's, which every platform's operating system holds for the process and drops the
 * moment it ends, `kill -9` included; a lock file with a process id in it would outlive its process.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

export interface FolderLock {
  release(): void;
}

/** SQLite's word for "somebody else holds it". */
const busy = 5;

/** Throws where another process, or this one a second time, has the folder. The folder is made where there is none. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const holder = join(folder, 'lock-holder.json');
  const lock = await takeLock(join(folder, 'lock'), (isHeld, cause) => {
    const message = isHeld ? renderRefusal(folder, holder) : `The data folder ${folder} could not be locked. Is it on a local disk, and may Unpause write to it?`;
    return new Error(message, { cause });
  });
  writeFileSync(holder, `${JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString() })}\n`);
  return {
    release() {
      rmSync(holder, { force: true });
      lock.close();
    },
  };
}

async function takeLock(file: string, toError: (isHeld: boolean, cause: unknown) => Error): Promise<{ close(): void }> {
  // Loaded here alone: what needs no embedded database runs without it.
  const { DatabaseSync } = await import('node:sqlite');
  const lock = new DatabaseSync(file, { open: false });
  try {
    lock.open();
    lock.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    if (lock.isOpen) lock.close();
    throw toError(isBusy(error), error);
  }
}

function isBusy(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === busy;
}

function renderRefusal(folder: string, holder: string): string {
  return `The data folder ${folder} is in use by another Unpause (${whoHolds(holder)}). Stop that one, or name another folder in UNPAUSE_DATA_DIR; several processes can share a PostgreSQL named in DATABASE_URL.`;
}

/** What is written there is for people alone: the lock itself is what counts. */
function whoHolds(holder: string): string {
  try {
    const { pid, host, since } = JSON.parse(readFileSync(holder, 'utf8')) as Record<string, unknown>;
    return `process ${String(pid)} on ${String(host)}, since ${String(since)}`;
  } catch {
    return 'it has not said which process it is';
  }
}
