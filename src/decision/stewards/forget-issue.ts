/** One of Unpause's own issues without a person: its words, and in its mark whom it asked. */
import { forgetInText, onePerson } from '../log/forget.ts';
import type { Person } from '../people.ts';
import type { OwnIssue } from './facts.ts';
import { readIssueMark } from './notice-marks.ts';

/** The body as it should read; the same where it does not name them. Its mark stays one that is known: nothing is asked twice. */
export function forgetInIssue({ body }: Pick<OwnIssue, 'body'>, person: Person): string {
  const asked = readIssueMark({ body })?.asked ?? null;
  // It asked them by the name that they had then.
  return forgetInText(body, onePerson(person, asked?.id === person.id ? [asked.login] : []));
}
