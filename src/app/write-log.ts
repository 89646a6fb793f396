/** A log as a folder of files: a static site, or a file for each decision. What it wrote before and is of the log no more is taken out. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { LogEntry } from '../decision/log/entry.ts';
import { reasonOf, UserError } from '../files/user-error.ts';
import { isFileOfLog, logMark } from '../render/log/log-files.ts';
import { decisionPath, indexPageSize, indexPath, principlesPath, renderDecision, renderIndex, renderReviews, siteStyles, stylesheetName } from '../render/log/log-html.ts';
import { madrName, renderMadr } from '../render/log/log-madr.ts';
import type { KeptLog } from './whole-log.ts';

/** A static site: an index, of several pages where it is long, a page for each decision, and one for the principles. Gives how many decisions there are. */
export async function writeSite({ head, repositoryId, entries, reviews }: KeptLog, output: string): Promise<number> {
  const folder = openFolder(output, { format: 'html', repositoryId });
  folder.writePlain(stylesheetName, siteStyles);
  let shown: LogEntry[] = [];
  let page = 0;
  let count = 0;
  for await (const entry of entries) {
    if (shown.length === indexPageSize) {
      folder.write(indexPath(page), renderIndex({ head, entries: shown, page, hasNext: true }));
      shown = [];
      page += 1;
    }
    shown.push(entry);
    count += 1;
    folder.write(decisionPath(entry), renderDecision(head, entry));
  }
  folder.write(indexPath(page), renderIndex({ head, entries: shown, page, hasNext: false }));
  folder.write(principlesPath, renderReviews(head, await reviews()));
  folder.removeFormer();
  return count;
}

/** A file for each decision. */
export async function writeMadr({ entries, repositoryId }: KeptLog, output: string): Promise<void> {
  const folder = openFolder(output, { format: 'madr', repositoryId });
  for await (const entry of entries) folder.write(madrName(entry), renderMadr(entry));
  folder.removeFormer();
}

interface LogFolder {
  /** With the mark by which it is known again. */
  write: (name: string, text: string) => void;
  writePlain: (name: string, text: string) => void;
  /** Once all is written: a log that could not be read to its end removes nothing. */
  removeFormer: () => void;
}

function openFolder(output: string, log: Parameters<typeof isFileOfLog>[1]): LogFolder {
  const root = resolve(output);
  const written = new Set<string>();
  const writePlain = (name: string, text: string): void => {
    const path = join(root, name);
    attempt(output, () => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    });
    written.add(name);
  };
  const isFormer = (name: string): boolean => !written.has(name) && isFileOfLog({ name, text: readFileSync(join(root, name), 'utf8') }, log);
  return {
    writePlain,
    write: (name, text) => {
      writePlain(name, text + logMark(log.repositoryId));
    },
    removeFormer: () => {
      attempt(output, () => {
        for (const name of [...filesIn(root), ...filesIn(root, 'decisions/')].filter(isFormer)) rmSync(join(root, name));
      });
    },
  };
}

/** Plain files alone: a link may lead anywhere. */
function filesIn(root: string, folder = ''): string[] {
  const path = join(root, folder);
  return existsSync(path) ? readdirSync(path, { withFileTypes: true }).flatMap((found) => (found.isFile() ? [folder + found.name] : [])) : [];
}

/** What keeps a file from being written is for a person to mend. */
export function attempt<Value>(output: string, write: () => Value): Value {
  try {
    return write();
  } catch (error) {
    throw new UserError(`--output ${output}: the log cannot be written (${reasonOf(error)}); name a place you can write to`, { cause: error });
  }
}
