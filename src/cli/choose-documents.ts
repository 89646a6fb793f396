/** Which files a run is about: those that were named, or else the config's `documents` without its templates. */
import { presets } from '../lint/presets.ts';
import { collectDocuments, type DocumentFile, shownPath } from '../files/collect-documents.ts';
import type { LoadedConfig } from './load-config.ts';
import { say } from './standard-streams.ts';
import { templateMatcher } from '../files/template-matcher.ts';

export interface Choice {
  /** To be linted. */
  files: DocumentFile[];
  /** To be read for what they say in their fields: there it is a placeholder, in every document. */
  templates: DocumentFile[];
  /** False where something that was named is not there or cannot be opened; standard error says what. */
  complete: boolean;
}

export interface ChoiceRequest {
  patterns: readonly string[];
  loaded: LoadedConfig;
  workingDirectory: string;
  /** Whether a pattern that matches nothing is a mistake. */
  errorOnUnmatched: boolean;
}

/** Finds the documents. A template is linted only where somebody names it, or the folder it is in. */
export function chooseDocuments(request: ChoiceRequest): Choice {
  const { patterns, loaded, workingDirectory } = request;
  const isTemplate = templateTest(loaded);
  const usual = collectUsual(request);
  const usualTemplates = usual.documents.filter(isTemplate);
  if (patterns.every((pattern) => pattern.startsWith('!'))) {
    usual.problems.forEach(say);
    const missing = usual.documents.length === 0 && request.errorOnUnmatched;
    if (missing) say(nothingUsual(loaded, workingDirectory));
    const files = usual.documents.filter((document) => !isTemplate(document));
    return { files, templates: usualTemplates, complete: usual.problems.length === 0 && !missing };
  }
  const named = collectDocuments({ patterns, from: workingDirectory, workingDirectory, metadataFile: metadataFileOf(loaded) });
  const unmatched = request.errorOnUnmatched ? named.unmatched.map(nothingMatched) : [];
  const mistakes = [...unmatched, ...named.problems];
  mistakes.forEach(say);
  const templates = [...usualTemplates, ...named.documents.filter(isTemplate)];
  return { files: named.documents, templates: onceEach(templates), complete: mistakes.length === 0 };
}

function collectUsual({ patterns, loaded, workingDirectory }: ChoiceRequest) {
  const leftOut = patterns.filter((pattern) => pattern.startsWith('!'));
  const usual = [...loaded.config.documents, ...leftOut];
  return collectDocuments({ patterns: usual, from: loaded.root, workingDirectory, metadataFile: metadataFileOf(loaded) });
}

function metadataFileOf({ config }: LoadedConfig): string | null {
  return presets[config.lint.preset].metadataFile;
}

/** Templates are named by globs from the repository's root; a file outside of it is judged by its own path. */
function templateTest({ config, root }: LoadedConfig): (document: DocumentFile) => boolean {
  const isTemplate = templateMatcher(config);
  return ({ absolute }) => isTemplate(shownPath(absolute, root).replace(/^(?:\.\.\/)+/, ''));
}

function onceEach(documents: readonly DocumentFile[]): DocumentFile[] {
  return [...new Map(documents.map((document) => [document.absolute, document])).values()];
}

function nothingMatched(pattern: string): string {
  return `${pattern || "''"}: matches no file; check the path, or allow it with --no-error-on-unmatched-pattern`;
}

function nothingUsual({ config, file }: LoadedConfig, workingDirectory: string): string {
  const where = file === null ? 'the default `documents`' : `\`documents\` of ${shownPath(file, workingDirectory)}`;
  return `${where} (${config.documents.join(', ')}): match no file; name a path, as in \`unpause lint rfcs/\`, or set \`documents\``;
}
