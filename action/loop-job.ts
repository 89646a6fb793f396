/** A job that runs the loop, and all it leaves behind: log, annotations, report, summary, outputs. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setOutput, summary as jobSummary, warning } from '@actions/core';
import { plainText } from '../src/render/plain-text.ts';
import { isLoopEvent, type Job } from './event.ts';
import type { Inputs } from './inputs.ts';
import { JobError } from './job-error.ts';
import type { LoopRequest, LoopResult } from './loop.ts';
import { annotateError, printLog } from './workflow-commands.ts';

/** Whether this job runs the loop: at events that are not about a change, unless something is named to be linted. */
export function runsLoop({ event }: Job, { mode, paths }: Inputs): boolean {
  return mode === 'sweep' || (mode === 'auto' && isLoopEvent(event) && !(event === 'workflow_dispatch' && paths.length > 0));
}

/** Runs it, and returns the step's exit status. */
export async function loopJob(job: Job, inputs: Inputs): Promise<number> {
  if (inputs.token === '') throw new JobError('Missing `token`, expected one for the loop: it reads and writes on GitHub alone. Leave the input out to use the token of the job.');
  const { runLoop } = await import('./loop.ts');
  const result = await runLoop(requestOf(job, inputs));
  if (!result.ok) throw new JobError(result.lines);
  await tell(job, inputs, result);
  return isFailed(result) ? 1 : 0;
}

/** At these, time may have come for anything. */
const timed = new Set(['schedule', 'workflow_dispatch']);

function requestOf({ event, rfc, apiUrl, repository: { owner, name } }: Job, { token, mode }: Inputs): LoopRequest {
  const isWhole = mode === 'sweep' || timed.has(event);
  return { token, apiUrl, owner, repo: name, scope: isWhole ? { kind: 'all' } : { kind: 'changed', number: rfc } };
}

type Done = Extract<LoopResult, { ok: true }>;

async function tell({ temp }: Job, { annotations, summary, config }: Inputs, { report, log, json, summary: page }: Done): Promise<void> {
  const { rfcs, notes } = report;
  printLog(log);
  const failed = rfcs.filter(({ outcome }) => outcome === 'failed');
  for (const { number, reason } of failed) annotateError(`#${number}: ${reason ?? 'could not be looked at'}`, { title: 'Unpause' });
  const said = config === '' ? notes : [...notes, 'The input `config` is for the lint; the loop reads `.github/unpause.yml` on the default branch.'];
  if (annotations) for (const note of said) warning(plainText(note), { title: 'Unpause' });
  const path = join(await mkdtemp(join(temp, 'unpause-')), 'report.json');
  await writeFile(path, json);
  if (summary && process.env.GITHUB_STEP_SUMMARY) await jobSummary.addRaw(page, true).write();
  setOutput('conclusion', conclusionOf(report));
  setOutput('errors', failed.length);
  setOutput('warnings', said.length);
  setOutput('decision-owner', '');
  setOutput('report', path);
  setOutput('sarif-file', '');
  setOutput('log', '');
}

function isFailed({ report }: Done): boolean {
  return conclusionOf(report) === 'failure';
}

/** Where nothing was looked at, nothing went well either. */
function conclusionOf({ rfcs }: Done['report']): 'success' | 'failure' | 'neutral' {
  if (rfcs.some(({ outcome }) => outcome === 'failed')) return 'failure';
  return rfcs.some(({ outcome }) => outcome === 'done') ? 'success' : 'neutral';
}
