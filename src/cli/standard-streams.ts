/**
 * Writing to the terminal and to pipes. `process.stdout` costs 4 ms of start-up (it loads the network stack), so
 * the file descriptors are written directly, and the stream takes over only where a pipe is full.
 */
import { fstatSync, writeSync } from 'node:fs';
import { plainText } from '../render/plain-text.ts';
import { errorCode } from '../files/user-error.ts';

const standardOutput = 1;
const standardError = 2;

/** Prints the report. A reader that has gone away (`| head`) is no mistake: the rest is dropped. */
export async function printOut(text: string): Promise<void> {
  const rest = writeWhatFits(standardOutput, text);
  if (rest === null) return;
  await new Promise<void>((resolve, reject) => {
    process.stdout.on('error', (error) => {
      if (errorCode(error) === 'EPIPE') resolve();
      else reject(new Error('the output cannot be written', { cause: error }));
    });
    process.stdout.write(rest, () => {
      resolve();
    });
  });
}

/** Says one line on standard error, named after the program as other tools do; names in it move no cursor. */
export function say(line: string): void {
  printError(`unpause: ${plainText(line)}\n`);
}

/** Says a line that begins with the place it is about. */
export function sayPlaced(line: string): void {
  printError(`${plainText(line)}\n`);
}

/** Prints on standard error as it is; text that a full or closed pipe does not take is dropped. */
export function printError(text: string): void {
  writeWhatFits(standardError, text);
}

/** Whether a stream (1 or 2) is a terminal; `node:tty` is loaded only where it may be one. */
export function isTerminal(descriptor: 1 | 2): boolean {
  try {
    if (!fstatSync(descriptor).isCharacterDevice()) return false;
  } catch (error) {
    if (errorCode(error) === 'EBADF') return false;
    throw new Error(`standard stream ${descriptor} cannot be looked at`, { cause: error });
  }
  return process.getBuiltinModule('node:tty').isatty(descriptor);
}

/** Writes until the pipe is full; the bytes that did not fit, or null where nothing is left to write. */
function writeWhatFits(descriptor: number, text: string): Buffer | null {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const code = errorCode(error);
      if (code === 'EPIPE' || code === 'EBADF') return null;
      if (code === 'EAGAIN') return bytes.subarray(written);
      throw new Error('the output cannot be written', { cause: error });
    }
  }
  return null;
}
