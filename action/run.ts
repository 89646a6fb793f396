/** The Action, from start to finish. */
import { setSecret } from '@actions/core';
import { listChangedFiles } from './changed-files.ts';
import { connect } from './connect.ts';
import { readJob, type Job } from './event.ts';
import { describedDocument, noDocumentNote } from './described-document.ts';
import { findDocuments } from './find-documents.ts';
import { readInputs, type Inputs } from './inputs.ts';
import { readJobConfig } from './job-config.ts';
import { judgeDocuments } from './judge-documents.ts';
import { logJob } from './log-job.ts';
import { loopJob, runsLoop } from './loop-job.ts';
import { detail } from './note.ts';
import { brokenConfig, withoutDocuments, type Outcome } from './outcome.ts';
import { tell, tellFailure } from './tell.ts';

/** Runs the job and returns its exit status: 0, or 1 where the step has to fail. Never throws. */
export async function run(): Promise<number> {
  try {
    // 1. What was asked, and what started the job.
    const inputs = readInputs();
    if (inputs.token !== '') setSecret(inputs.token);
    const job = readJob(process.env);
    if (inputs.mode === 'log') return await logJob(job, inputs);
    if (runsLoop(job, inputs)) return await loopJob(job, inputs);
    // 2. The documents, and who decides.
    const outcome = await lintJob(job, inputs);
    // 3. Log, annotations, files, summary, outputs.
    await tell(job, inputs, outcome);
    return outcome.conclusion === 'failure' ? 1 : 0;
  } catch (error) {
    tellFailure(error);
    return 1;
  }
}

async function lintJob(job: Job, inputs: Inputs): Promise<Outcome> {
  // 1. The rules, from the default branch, and meanwhile what changed.
  const github = await connect(job, inputs);
  const [read, changes] = await Promise.all([readJobConfig(job, { github, path: inputs.config }), listChangedFiles(job, github)]);
  if (!read.ok) return brokenConfig(read.path, read.mistakes);
  const { config } = read;
  // 2. The documents: files, or else the description of a pull request that is an RFC by its label.
  const { documents, notes } = await findDocuments(job, { github, config, paths: inputs.paths, changes });
  const described = documents.length === 0 && inputs.paths.length === 0 ? await describedDocument(job, config, github) : null;
  const known = [...read.notes, ...notes];
  if (documents.length === 0 && !described) return withoutDocuments([...known, detail(noDocumentNote(job, { config, paths: inputs.paths }))]);
  // 3. The verdict.
  const { failOn } = inputs;
  return await judgeDocuments(job, { config, github, failOn, notes: known, documents, described, changes });
}
