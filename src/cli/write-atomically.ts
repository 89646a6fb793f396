import { closeSync, fchmodSync, fchownSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Who owns the file that is replaced, and what may be done with it. */
export interface FileIdentity {
  mode: number;
  uid: number;
  gid: number;
}

/**
 * Replaces a file in one step: whoever reads it sees the old bytes or the new ones, never a half. The temporary
 * file lies beside it, because a rename does not cross file systems; after a failure it is gone again.
 */
export function writeAtomically(path: string, bytes: Uint8Array | string, identity?: FileIdentity): void {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.unpause-${process.pid}`);
  const descriptor = openSync(temporary, 'wx', 0o666);
  try {
    try {
      if (identity) keepIdentity(descriptor, identity);
      writeAll(descriptor, Buffer.from(bytes));
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Only root can give a file to somebody else; for everybody else the new file is theirs, as the old one was. */
function keepIdentity(descriptor: number, { mode, uid, gid }: FileIdentity): void {
  if (process.getuid?.() === 0) fchownSync(descriptor, uid, gid);
  fchmodSync(descriptor, mode & 0o7777);
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written);
}
