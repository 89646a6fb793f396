/** A log as one text, to standard output or a file, as it is read. */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { attempt } from '../app/write-log.ts';
import { printOut } from './standard-streams.ts';

/** One text, a piece after the other; on standard output where no file is named. A reader that is slow is waited for. */
export async function writeText(pieces: AsyncIterable<string>, output: string | null): Promise<void> {
  const out = output === null ? { write: printOut, close: ignore } : openFile(output);
  try {
    for await (const piece of pieces) await out.write(piece);
  } finally {
    out.close();
  }
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

function ignore(): void {
  // Standard output stays open.
}
