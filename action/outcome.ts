import type { Mistake } from '../src/config/mistake.ts';
import type { DocumentSource } from '../src/lint/document-source.ts';
import type { Report, Summary } from '../src/lint/report.ts';
import type { FailOn } from './inputs.ts';
import type { Note } from './note.ts';

export type Conclusion = 'success' | 'failure' | 'neutral';

/** A line that stands for what could not be judged, and its place in the repository where it has one. */
export interface Obstacle {
  text: string;
  file?: string;
  line?: number;
  column?: number;
}

/** All there is to tell at the end of a job. */
export interface Outcome {
  conclusion: Conclusion;
  report: Report;
  notes: Note[];
  /** Why part of the work could not be done; with one of these, the job has failed. */
  obstacles: Obstacle[];
  /** The texts that were judged, for what is told about their lines. */
  sources: DocumentSource[];
}

/** No document, no verdict; what could not be judged is not passed; the rest is as `fail-on` has it. */
export function conclude({ documents, errors, warnings }: Summary, obstacles: number, failOn: FailOn): Conclusion {
  if (obstacles > 0) return 'failure';
  if (documents === 0) return 'neutral';
  const failing = { error: errors, warning: errors + warnings, never: 0 }[failOn];
  return failing > 0 ? 'failure' : 'success';
}

/** Nothing was judged: an empty report, and the reason. */
export function withoutDocuments(notes: Note[], obstacles: Obstacle[] = []): Outcome {
  const summary = { documents: 0, errors: 0, warnings: 0, advice: 0, fixable: 0 };
  const report: Report = { version: 1, results: [], summary };
  return { conclusion: obstacles.length > 0 ? 'failure' : 'neutral', report, notes, obstacles, sources: [] };
}

/** A config with mistakes judges nobody: which rules hold is not known. Whoever opened the pull request is told so. */
export function brokenConfig(path: string, mistakes: readonly Mistake[]): Outcome {
  const obstacles = mistakes.map(({ source, line, column, message }) =>
    source === null ? { text: message, file: path, line, column } : { text: `${source}, line ${line}: ${message}` },
  );
  const text = `The config ${path} on the default branch has ${mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`}, so no document was judged. Nothing in this change caused it; when the default branch is mended, run the job again.`;
  return withoutDocuments([{ level: 'warning', text }], obstacles);
}
