/** What `unpause forget` did, or would do, and what it cannot reach, in words. */
import type { Person } from '../../decision/people.ts';
import { plainText } from '../plain-text.ts';

export interface ForgetFacts {
  person: Person;
  isDryRun: boolean;
  store: readonly { table: string; rows: number }[] | null;
  places: readonly { repository: string; rewritten: readonly string[]; left: readonly { url: string; reason: string }[] }[];
}

export function renderForgotten({ person, isDryRun, store, places }: ForgetFacts): string {
  const lines = [
    `@${person.login} (account ${person.id}) ${isDryRun ? 'would become' : 'is now'} “former participant” here:`,
    ...storeLines(store),
    ...places.flatMap(({ repository, rewritten, left }) => [
      `  ${repository}: ${rewritten.length} of Unpause’s own comments and issues`,
      ...rewritten.map((url) => `    ${url}`),
      ...left.map(({ url, reason }) => `    left as it is: ${url} (${reason})`),
    ]),
    '',
    'Out of reach, as it is not Unpause’s to change:',
    ...outOfReach.map((what) => `  - ${what}`),
  ];
  return lines.map((line) => `${plainText(line)}\n`).join('');
}

function storeLines(store: ForgetFacts['store']): string[] {
  if (store === null) return ['  no database was at hand (DATABASE_URL, or UNPAUSE_DATA_DIR)'];
  if (store.length === 0) return ['  the database: it names them nowhere'];
  return [`  the database: ${store.map(({ table, rows }) => `${table} (${rows})`).join(', ')}`];
}

const outOfReach: readonly string[] = [
  'what they and others wrote on GitHub: comments, reviews, documents, commits, and the edit history of every comment',
  'summaries of check runs, and suggestions on lines of a pull request; GitHub keeps them with the commit',
  'whom issues and pull requests are assigned to; the team changes that',
  'the config file, where it names them; the team takes them out',
  'RFCs that are still open: while they have a part in one, its status goes on to name them',
  'copies that somebody made of the log, and the database’s own backups',
];
