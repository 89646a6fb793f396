/** Which documents this job is about, and where their texts are. */
import { posix } from 'node:path';
import { collectDocuments } from '../src/files/collect-documents.ts';
import type { Config } from '../src/config/schema.ts';
import type { GitHub } from '../src/github/client.ts';
import { readTree, type GitFile } from '../src/github/files.ts';
import { templateMatcher } from '../src/files/template-matcher.ts';
import { presets } from '../src/lint/presets.ts';
import { attachCarriers, changedTogether, type DocumentFile } from '../src/files/attach-carriers.ts';
import type { ChangedFiles } from './changed-files.ts';
import { hasCheckout } from './checkout.ts';
import type { Job } from './event.ts';
import { matching, withFolder } from '../src/files/document-globs.ts';
import { JobError } from './job-error.ts';
import { detail, warning, type Note } from './note.ts';

export interface Found {
  documents: DocumentFile[];
  notes: Note[];
}

export interface Wanted {
  github: GitHub | null;
  config: Config;
  /** The input `paths`. */
  paths: readonly string[];
  changes: ChangedFiles | null;
}

/** Finds the documents: those that `paths` names, those that changed, or all there are. Only `paths` asks for a template. */
export async function findDocuments(job: Job, wanted: Wanted): Promise<Found> {
  if (wanted.paths.length > 0) return await namedDocuments(job, wanted.paths, wanted);
  const { documents, notes } = await unnamedDocuments(job, wanted);
  const isTemplate = templateMatcher(wanted.config);
  const templates = documents.filter(({ path }) => isTemplate(path));
  const said = templates.map(({ path }) => detail(`${path} is a template, as \`templates\` of the config has it, and was not linted.`));
  return { documents: documents.filter(({ path }) => !isTemplate(path)), notes: [...notes, ...said] };
}

async function unnamedDocuments(job: Job, wanted: Wanted): Promise<Found> {
  const { trigger } = job;
  const { changes, config } = wanted;
  if (trigger.kind === 'nothing') return { documents: [], notes: [detail(trigger.why)] };
  if (changes === null) return await namedDocuments(job, config.documents, wanted);
  if (changes.ok) return { documents: await changedDocuments(job, changes.files, wanted), notes: [] };
  if (!hasCheckout(job.workspace)) {
    throw new JobError(`Which documents changed could not be found out (${changes.reason}), and there is no checkout to read instead. ${tokenAdvice}`);
  }
  const { documents } = await namedDocuments(job, config.documents, { ...wanted, github: null });
  return { documents, notes: [warning(`Which documents changed could not be found out (${changes.reason}), so all documents of the checkout were linted.`)] };
}

const tokenAdvice = 'Give the Action a token that may read contents and pull requests, or add a step `actions/checkout` before it.';

async function changedDocuments(job: Job, files: readonly GitFile[], { github, config }: Wanted): Promise<DocumentFile[]> {
  const metadataFile = presets[config.lint.preset].metadataFile;
  const isDocument = matching(config.documents);
  if (metadataFile === null || !github || job.trigger.kind === 'nothing') return files.filter(({ path }) => isDocument(path));
  const isCarrier = ({ path }: GitFile) => posix.basename(path) === metadataFile;
  if (!files.some((file) => isDocument(file.path) || isCarrier(file))) return [];
  const tree = await readTree(github, job.repository, job.trigger.head);
  const documents = tree.filter(({ path }) => isDocument(path));
  return changedTogether(attachCarriers(documents, tree, metadataFile), new Set(files.map(({ path }) => path)));
}

/** Globs, files and folders, in the checkout where there is one, else in the commit that started the job. */
async function namedDocuments(job: Job, patterns: readonly string[], { github, config, paths }: Wanted): Promise<Found> {
  const metadataFile = presets[config.lint.preset].metadataFile;
  const { workspace } = job;
  const local = collectDocuments({ patterns, from: workspace, workingDirectory: workspace, metadataFile });
  const isAsked = patterns === paths;
  if (!github && !hasCheckout(workspace)) throw new JobError(`There is neither a token nor a checkout, so no document can be read. ${tokenAdvice}`);
  if (local.documents.length > 0 || !github || job.trigger.kind === 'nothing') {
    const documents = local.documents.map(({ path, carriedBy }) => ({ path, blob: null, ...(carriedBy === null ? {} : { carriedBy }) }));
    return { documents, notes: isAsked ? unmatchedNotes(local.unmatched) : [] };
  }
  const tree = await readTree(github, job.repository, job.trigger.head);
  const isDocument = matching(patterns.flatMap(withFolder));
  const documents = attachCarriers(tree.filter(({ path }) => isDocument(path)), tree, metadataFile);
  const unmatched = patterns.filter((pattern) => !pattern.startsWith('!') && !tree.some(({ path }) => matching(withFolder(pattern))(path)));
  return { documents, notes: isAsked ? unmatchedNotes(unmatched) : [] };
}

function unmatchedNotes(unmatched: readonly string[]): Note[] {
  return unmatched.map((pattern) => warning(`\`paths\` names ${pattern}, and no document matches it. Check its spelling; it is relative to the root of the repository.`));
}
