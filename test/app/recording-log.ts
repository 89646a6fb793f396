import type { Log } from '../../src/store/log.ts';

export interface RecordingLog extends Log {
  lines: { level: keyof Log; message: string; fields: object }[];
  /** Everything that was logged, as text, errors with their stacks and causes. */
  text: () => string;
}

/** A log that remembers. */
export function recordingLog(): RecordingLog {
  const lines: RecordingLog['lines'] = [];
  const at = (level: keyof Log) => (fields: object, message: string) => {
    lines.push({ level, message, fields });
  };
  const text = () => JSON.stringify(lines, (_key, value: unknown) => (value instanceof Error ? [value.stack, value.cause] : value));
  return { lines, text, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
