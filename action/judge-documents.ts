import type { Config } from '../src/config/schema.ts';
import { checkOwnersKnown } from '../src/github/check-owners-known.ts';
import type { GitHub } from '../src/github/client.ts';
import { createOwnerLookUp, type LookUp } from '../src/github/owner-look-up.ts';
import { createLinter, summarize } from '../src/lib.ts';
import type { DocumentSource } from '../src/lint/document-source.ts';
import { decisionDomain } from '../src/rules/decision-domain.ts';
import { domainsTogether } from '../src/lint/domains-together.ts';
import { tellingPaths } from '../src/lint/fit-domains.ts';
import type { DocumentFile } from '../src/files/attach-carriers.ts';
import type { ChangedFiles } from './changed-files.ts';
import type { Job } from './event.ts';
import { readTemplates } from './find-templates.ts';
import type { FailOn } from './inputs.ts';
import type { Note } from './note.ts';
import { conclude, type Obstacle, type Outcome } from './outcome.ts';
import { readDocuments } from './read-documents.ts';

export interface Judgement {
  config: Config;
  github: GitHub | null;
  failOn: FailOn;
  /** What is known so far. */
  notes: Note[];
  documents: readonly DocumentFile[];
  /** The description of a pull request, where that is the document. */
  described: DocumentSource | null;
  changes: ChangedFiles | null;
}

const nobodyToAsk: LookUp = async () => await Promise.resolve({ kind: 'not-checked', reason: 'there is no token to ask GitHub with' });

/** Reads the documents, lints them, and looks their owners up. */
export async function judgeDocuments(job: Job, { config, github, failOn, notes, documents, described, changes }: Judgement): Promise<Outcome> {
  const [read, templates] = await Promise.all([readDocuments(job, documents, github), readTemplates(job, config, github)]);
  const sources = read.flatMap((document) => (document.ok ? [document.source] : []));
  if (described) sources.push(described);
  const linter = createLinter(config, { templates: templates.sources });
  const now = new Date();
  const told = toldByPullRequest(job, { config, changes });
  const linted = sources.map((source) => linter.lint({ ...told, ...source }, { now }));
  const lookUp = github ? createOwnerLookUp(github, job.repository) : nobodyToAsk;
  const known = await checkOwnersKnown({ results: linted, sources, config, lookUp });
  // Those of a push may belong to many RFCs.
  const results = told.labels === undefined ? known : domainsTogether(known, { config, rule: decisionDomain, labels: told.labels });
  const obstacles = read.flatMap((document): Obstacle[] =>
    document.ok ? [] : [{ text: `${document.path} could not be judged: ${document.reason}`, file: document.path }],
  );
  const summary = summarize(results);
  const conclusion = conclude(summary, obstacles.length, failOn);
  return { conclusion, report: { version: 1, results, summary }, notes: [...notes, ...templates.notes], obstacles, sources };
}

/** What a pull request tells of its documents; what nobody could find out is left out. */
function toldByPullRequest({ trigger }: Job, { config, changes }: Pick<Judgement, 'config' | 'changes'>): Pick<DocumentSource, 'labels' | 'changed'> {
  if (trigger.kind !== 'pull-request') return {};
  const paths = changes?.ok === true ? changes.paths : null;
  return { labels: trigger.labels, ...(paths !== null && { changed: tellingPaths(paths, config.domains) }) };
}
