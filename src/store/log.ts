/** What the store tells an operator: constant messages, the facts beside them. Any pino logger fits. */

type Say = (fields: object, message: string) => void;

export interface Log {
  debug: Say;
  info: Say;
  warn: Say;
  error: Say;
}

/** For a command whose outcome ends it, and is said there. */
export const silentLog: Log = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // Nobody reads along.
}
