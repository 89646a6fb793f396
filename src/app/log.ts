import type { Buffer } from 'node:buffer';
import { getTransformStream } from '@probot/pino';
import { pino } from 'pino';
import type { Options } from 'probot';

/** Probot's logger (pino), which is a `Log` too. */
export type Logger = NonNullable<Options['log']>;

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
export const logFormats = ['json', 'pretty'] as const;

export interface LogOptions {
  level: (typeof logLevels)[number];
  format: (typeof logFormats)[number];
}

/**
 * One logger for Probot's lines and ours, on standard output. It is put together as Probot puts its own together, whose
 * lines would name it, name it again, and then us.
 */
export async function createLogger({ level, format }: LogOptions): Promise<Logger> {
  const lines = await getTransformStream({ logFormat: format });
  const output = pino.destination(1);
  lines.on('data', (line: Buffer) => {
    output.write(line.toString());
  });
  return pino({ level, name: 'unpause' }, lines);
}
