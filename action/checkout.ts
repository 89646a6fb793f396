/** The checkout in the workspace, where there is one. Nothing outside of it is read, whatever a link says. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { lstat, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** Whether anything is in the workspace: without a checkout it is an empty folder. */
export function hasCheckout(workspace: string): boolean {
  return existsSync(workspace) && readdirSync(workspace).length > 0;
}

/** The bytes of a file; null where there is none, or a folder or a link in its place. */
export async function readCheckout(workspace: string, path: string): Promise<Buffer | null> {
  const file = join(workspace, path);
  try {
    const stats = await lstat(file);
    return stats.isFile() && (await isInside(workspace, file)) ? await readFile(file) : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw new Error(`${path} is in the checkout and cannot be read`, { cause: error });
  }
}

async function isInside(workspace: string, file: string): Promise<boolean> {
  const [root, target] = await Promise.all([realpath(workspace), realpath(file)]);
  return target.startsWith(root + sep);
}

/** Whether the bytes are those of a git blob: a checkout of another commit, or one edited since, is not taken for it. */
export function isBlob(bytes: Uint8Array, blob: string): boolean {
  const hash = createHash(blob.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex') === blob;
}
