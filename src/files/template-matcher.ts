import { type Config, defaultConfig } from '../config/schema.ts';
import { matcherOf } from './match-glob.ts';

/** `0007-template-engine.md`, `2024-03-05-email-templates.md`: a number of its own makes it an RFC about templates. */
const numbered = /[1-9]\d*[-_. ]/;

/**
 * Tells templates among documents, by their path from the repository's root. The default glob (`*template*`) also
 * meets RFCs about templates: what these say is meant, so a number other than zero speaks against it. Globs that a
 * config names itself are taken at their word.
 */
export function templateMatcher({ templates }: Config): (path: string) => boolean {
  const matches = matcherOf(templates, { nocase: true });
  if (matches === null) return () => false;
  const byDefault = templates.join('\n') === defaultConfig.templates.join('\n');
  return (path) => matches(path) && !(byDefault && numbered.test(path.slice(path.lastIndexOf('/') + 1)));
}

/** A repository has one or two; a glob that takes every document for a template should not cost a request for each. */
const mostTemplates = 20;

/** The templates among documents, by their path from the repository's root; no more of them than are worth reading. */
export function templatesAmong<Document extends { path: string }>(documents: readonly Document[], config: Config): Document[] {
  const isTemplate = templateMatcher(config);
  return documents.filter(({ path }) => isTemplate(path)).slice(0, mostTemplates);
}
