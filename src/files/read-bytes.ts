import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import { reasonOf, UserError } from './user-error.ts';

/** A document larger than this is no text that people decide by; opening it would only cost memory. */
export const largestDocument = 50 * 1024 * 1024;

/** The bytes of a file, and what it was when it was opened. */
export interface FileBytes {
  bytes: Buffer;
  stats: Stats;
}

/**
 * Reads a regular file. It is opened without blocking and looked at before it is read, so that a pipe or a device
 * in its place neither hangs the run nor fills the memory.
 */
export function readBytes(absolute: string, shown: string): FileBytes {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(absolute, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(descriptor);
    refuseOddFile(stats, shown);
    const bytes = readFileSync(descriptor);
    refuseLarge(bytes.length, shown);
    return { bytes, stats };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${shown}: cannot be read (${reasonOf(error)}); make it readable, or leave it out`, { cause: error });
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

function refuseOddFile(stats: Stats, shown: string): void {
  if (stats.isDirectory()) throw new UserError(`${shown}: found a folder, expected a file; name a document in it`);
  if (!stats.isFile()) {
    throw new UserError(`${shown}: found a pipe, socket or device, expected a file; pipe its text in with --stdin instead`);
  }
  refuseLarge(stats.size, shown);
}

/** Over 50 MB nothing is judged, wherever the text comes from. */
export function refuseLarge(size: number, shown: string): void {
  if (size <= largestDocument) return;
  throw new UserError(`${shown}: found over 50 MB, expected less; split it, or leave it out of the paths`);
}
