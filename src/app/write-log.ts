/** A log as a folder of files: a static site, or a file for each decision. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { LogEntry } from '../decision/log/entry.ts';
import { reasonOf, UserError } from '../files/user-error.ts';
import { decisionPath, indexPageSize, indexPath, renderDecision, renderIndex, siteStyles, stylesheetName } from '../render/log/log-html.ts';
import { madrName, renderMadr } from '../render/log/log-madr.ts';
import type { LogHead } from '../render/log/log-writer.ts';

export type Entries = AsyncIterable<LogEntry>;

/** A static site: an index, of several pages where it is long, and a page for each decision. Gives how many there are. */
export async function writeSite(entries: Entries, { head, output }: { head: LogHead; output: string }): Promise<number> {
  const write = folderWriter(output);
  write(stylesheetName, siteStyles);
  let shown: LogEntry[] = [];
  let page = 0;
  let count = 0;
  for await (const entry of entries) {
    if (shown.length === indexPageSize) {
      write(indexPath(page), renderIndex({ head, entries: shown, page, hasNext: true }));
      shown = [];
      page += 1;
    }
    shown.push(entry);
    count += 1;
    write(decisionPath(entry), renderDecision(head, entry));
  }
  write(indexPath(page), renderIndex({ head, entries: shown, page, hasNext: false }));
  return count;
}

/** A file for each decision. */
export async function writeMadr(entries: Entries, output: string): Promise<void> {
  const write = folderWriter(output);
  for await (const entry of entries) write(madrName(entry), renderMadr(entry));
}

function folderWriter(output: string): (name: string, text: string) => void {
  return (name, text) => {
    const path = join(resolve(output), name);
    attempt(output, () => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    });
  };
}

/** What keeps a file from being written is for a person to mend. */
export function attempt<Value>(output: string, write: () => Value): Value {
  try {
    return write();
  } catch (error) {
    throw new UserError(`--output ${output}: the log cannot be written (${reasonOf(error)}); name a place you can write to`, { cause: error });
  }
}

