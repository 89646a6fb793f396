/**
 * What the person who wrote the workflow can mend: an input, a token, a missing event file. Each line says what was
 * seen and what helps; no stack trace goes with it.
 */
export class JobError extends Error {
  readonly lines: readonly string[];

  constructor(lines: string | readonly string[], options?: ErrorOptions) {
    const all = typeof lines === 'string' ? [lines] : lines;
    super(all.join('\n'), options);
    this.name = 'JobError';
    this.lines = all;
  }
}
