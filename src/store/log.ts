/** What the store tells an operator: constant messages, the facts beside them. Any pino logger fits. */

type Say = (fields: object, message: string) => void;

export interface Log {
  debug: Say;
  info: Say;
  warn: Say;
  error: Say;
}
