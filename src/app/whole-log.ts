/** A decision log on its way from where it is kept to where it is written, one decision in memory at a time. */
import type { LogEntry } from '../decision/log/entry.ts';
import type { PrincipleReview } from '../decision/stewards/principle-reviews.ts';
import type { LogHead, LogWriter } from '../render/log/log-writer.ts';

export interface WholeLog {
  head: LogHead;
  entries: AsyncIterable<LogEntry>;
  /** The questions about principles, the newest first; asked for once the entries were read. */
  reviews: () => Promise<readonly PrincipleReview[]>;
}

/** The log of one repository. */
export interface KeptLog extends WholeLog {
  repositoryId: number;
}

/** One text, a piece for each decision. */
export async function* logText(writer: LogWriter, { head, entries, reviews }: WholeLog): AsyncGenerator<string, void, undefined> {
  yield writer.begin(head);
  let index = 0;
  for await (const entry of entries) {
    yield writer.each(entry, index);
    index += 1;
  }
  if (writer.reviews !== null) yield writer.reviews(await reviews());
  yield writer.end();
}
