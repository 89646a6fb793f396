/** What a decision still needs on its rung, in words. */
import type { Missing } from '../decision/ladder/progress.ts';
import { renderMoment } from './moments.ts';
import { codeSpan } from './users-words.ts';
import { firstInWords, inertLogin, inertName } from './names.ts';

/** After "what is missing is"; in Markdown, and notifies nobody. */
export function missingText(missing: Missing, timezone: string): string {
  switch (missing.what) {
    case 'not-begun':
      return 'its period, which begins with a comment that tells everybody of it';
    case 'period':
      return `the end of its period on ${renderMoment(missing.until, timezone)}`;
    case 'voices':
      return `a word from ${firstInWords(missing.people.map(inertName))}`;
    case 'objections':
      return `an end to the open objections of ${firstInWords([...new Set(missing.objections.map(({ by }) => inertName(by)))])}`;
    case 'quorum':
      return missing.more === 1 ? 'the support of one more person' : `the support of ${missing.more} more people`;
    case 'nobody-entitled':
      return 'somebody who could agree, as the document and its domain name nobody';
    case 'team-unknown':
      return `who belongs to ${firstInWords(missing.teams.map(inertLogin))}, which GitHub does not show`;
    case 'person-unknown':
      return `who is meant by ${firstInWords(missing.names.map(codeSpan))} in \`Consulted\`, which is not known here (a handle such as \`@bob\` in the document says it, or \`people\` in the config)`;
  }
}
