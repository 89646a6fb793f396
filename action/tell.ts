/** Everything a job leaves behind: log, annotations, files, summary, outputs. */
import { isDebug, debug, info, summary as jobSummary } from '@actions/core';
import { GitHubError } from '../src/github/github-error.ts';
import { renderJobSummary } from '../src/render/job-summary.ts';
import { plainText } from '../src/render/plain-text.ts';
import { blobUrlOf } from './blob-url.ts';
import { descriptionPath } from './described-document.ts';
import type { Job } from './event.ts';
import type { Inputs } from './inputs.ts';
import { JobError } from './job-error.ts';
import type { Outcome } from './outcome.ts';
import { setFailureOutput, setOutputs } from './outputs.ts';
import { renderLog, writeReports } from './report-files.ts';
import { annotate, annotateError, printLog } from './workflow-commands.ts';

/** Tells the outcome in all the places where people and later steps look for it. */
export async function tell(job: Job, inputs: Inputs, outcome: Outcome): Promise<void> {
  const { report, notes, obstacles, conclusion } = outcome;
  const description = job.trigger.kind === 'pull-request' ? descriptionPath(job.trigger) : null;
  const isFile = (path: string): boolean => path !== description;
  // 1. The log: who decides and what is missing, then what else there is to know.
  printLog(renderLog(outcome));
  // 2. Annotations. What could not be judged is always said, as it fails the step.
  for (const { text, file, line, column } of obstacles) {
    annotateError(text, { title: 'Unpause', ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { startLine: line }), ...(column === undefined ? {} : { startColumn: column }) });
  }
  const left = inputs.annotations ? annotate({ report, notes, isFile, errorsShown: obstacles.length }) : 0;
  // 3. Files for later steps.
  const files = await writeReports(job, inputs, { outcome, isFile });
  // 4. The summary, where the runner takes one.
  if (inputs.summary && process.env.GITHUB_STEP_SUMMARY) {
    const said = [...obstacles, ...notes].map(({ text }) => text);
    const markdown = renderJobSummary({ report, blobUrl: blobUrlOf(job), conclusion, unannotated: left, notes: said });
    await jobSummary.addRaw(markdown, true).write();
  }
  // 5. Outputs.
  setOutputs(outcome, files);
}

/** The end of a job that could not do its work: what is in the way, and nothing that looks like a verdict. */
export function tellFailure(error: unknown): void {
  setFailureOutput();
  const lines = error instanceof JobError ? error.lines : error instanceof GitHubError ? [error.message] : null;
  if (lines) {
    for (const line of lines) annotateError(line, { title: 'Unpause' });
    return;
  }
  const message = error instanceof Error ? error.message : String(error);
  annotateError(`Unpause ran into a problem of its own (${message}). Run the job again with debug logging, and tell us what it says.`, { title: 'Unpause' });
  if (isDebug() && error instanceof Error) debug(plainText(JSON.stringify(causes(error))));
  else info('Debug logging: Re-run jobs → Enable debug logging.');
}

function causes(error: Error): string[] {
  const stack = error.stack ?? error.message;
  return error.cause instanceof Error ? [stack, ...causes(error.cause)] : [stack];
}
