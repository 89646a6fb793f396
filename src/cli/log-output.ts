/** Where a log goes: standard output or a file, as it is read; or a folder of files. */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { LogEntry } from '../decision/log/entry.ts';
import { reasonOf, UserError } from '../files/user-error.ts';
import { indexPageSize, indexPath, decisionPath, renderDecision, renderIndex, siteStyles, stylesheetName } from '../render/log/log-html.ts';
import { madrName, renderMadr } from '../render/log/log-madr.ts';
import type { LogHead, LogWriter } from '../render/log/log-writer.ts';
import { printOut } from './standard-streams.ts';

export type Entries = AsyncIterable<LogEntry>;

/** One text, an entry after the other; on standard output where no file is named. A reader that is slow is waited for. */
export async function writeText(entries: Entries, writer: LogWriter, { head, output }: { head: LogHead; output: string | null }): Promise<void> {
  const out = output === null ? { write: printOut, close: ignore } : openFile(output);
  try {
    await out.write(writer.begin(head));
    let index = 0;
    for await (const entry of entries) await out.write(writer.each(entry, index++));
    await out.write(writer.end());
  } finally {
    out.close();
  }
}

/** A static site: an index, of several pages where it is long, and a page for each decision. */
export async function writeSite(entries: Entries, { head, output }: { head: LogHead; output: string }): Promise<void> {
  const write = folderWriter(output);
  write(stylesheetName, siteStyles);
  let shown: LogEntry[] = [];
  let page = 0;
  for await (const entry of entries) {
    if (shown.length === indexPageSize) {
      write(indexPath(page), renderIndex({ head, entries: shown, page, hasNext: true }));
      shown = [];
      page += 1;
    }
    shown.push(entry);
    write(decisionPath(entry), renderDecision(head, entry));
  }
  write(indexPath(page), renderIndex({ head, entries: shown, page, hasNext: false }));
}

/** A file for each decision. */
export async function writeMadr(entries: Entries, output: string): Promise<void> {
  const write = folderWriter(output);
  for await (const entry of entries) write(madrName(entry), renderMadr(entry));
}

function openFile(output: string): { write: (text: string) => Promise<void>; close: () => void } {
  const path = resolve(output);
  const descriptor = attempt(output, () => {
    mkdirSync(dirname(path), { recursive: true });
    return openSync(path, 'w');
  });
  return {
    write: async (text) => {
      attempt(output, () => writeSync(descriptor, text));
      await Promise.resolve();
    },
    close: () => {
      closeSync(descriptor);
    },
  };
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

function attempt<Value>(output: string, write: () => Value): Value {
  try {
    return write();
  } catch (error) {
    throw new UserError(`--output ${output}: the log cannot be written (${reasonOf(error)}); name a place you can write to`, { cause: error });
  }
}

function ignore(): void {
  // Standard output stays open.
}
