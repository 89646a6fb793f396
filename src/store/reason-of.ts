/** Longer reasons are cut: they are kept, shown and logged. */
const longest = 2000;

/** An error in words: its message and those of its causes. No stack and no fields, which may hold what was sent. */
export function reasonOf(error: unknown): string {
  const messages: string[] = [];
  for (let cause = error; cause !== undefined && cause !== null && messages.length < 5; cause = cause instanceof Error ? cause.cause : undefined) {
    messages.push(cause instanceof Error ? cause.message || cause.name : typeof cause === 'string' ? cause : 'something that is no error was thrown');
  }
  // PostgreSQL keeps no U+0000.
  return messages.join(': ').replaceAll('\0', '\uFFFD').slice(0, longest);
}
