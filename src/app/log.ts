import { Probot, type Options } from 'probot';

/** Probot's logger (pino), which is a `Log` too. */
export type Logger = NonNullable<Options['log']>;

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
export const logFormats = ['json', 'pretty'] as const;

export interface LogOptions {
  level: (typeof logLevels)[number];
  format: (typeof logFormats)[number];
}

/**
 * One logger for Probot's lines and ours, on standard output. Probot hands out its logger through an instance alone,
 * so one is made that is used for nothing else.
 */
export async function createLogger({ level, format }: LogOptions): Promise<Logger> {
  const { log } = await new Probot({ githubToken: 'none: it only logs', logLevel: level, logFormat: format }).ready();
  return log.child({ name: 'unpause' });
}
