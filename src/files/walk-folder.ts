import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from './user-error.ts';

export interface Walk {
  /** Where to begin. */
  folder: string;
  /** Whether a file is wanted, by its path beneath the folder (with `/`) and its name. */
  wanted: (path: string, name: string) => boolean;
  /** Folders, by name, that are not entered. */
  skipped: ReadonlySet<string>;
  /** How many folders deep; Infinity for all. */
  depth: number;
  /** Is told of a folder that cannot be opened, and of a wanted name that is no file. */
  problem: (absolute: string, reason: string) => void;
}

/**
 * The files beneath a folder, by path beneath it, in no order. Symbolic links are passed by, so no loop can hold
 * it; it keeps its own stack, so no depth can overflow it.
 */
export function walkFolder({ folder, wanted, skipped, depth, problem }: Walk): string[] {
  const found: string[] = [];
  const open: { prefix: string; level: number }[] = [{ prefix: '', level: 1 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { prefix, level } = next;
    for (const entry of entriesOf(join(folder, prefix), problem)) {
      const path = prefix + entry.name;
      if (entry.isSymbolicLink()) continue;
      if (entry.isDirectory()) {
        if (level < depth && !skipped.has(entry.name)) open.push({ prefix: `${path}/`, level: level + 1 });
      } else if (wanted(path, entry.name)) {
        if (entry.isFile()) found.push(path);
        else problem(join(folder, path), 'found a pipe, socket or device, expected a file');
      }
    }
  }
  return found;
}

function entriesOf(folder: string, problem: Walk['problem']): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    problem(folder, `cannot be opened (${reasonOf(error)})`);
    return [];
  }
}
