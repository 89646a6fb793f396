/** How a decision comes about on the ladder, how long people have for it, and when it is looked back at. */
import * as z from 'zod/mini';
import { key, section, wholeNumber } from './schema-parts.ts';
import { DurationText } from './schema-pause.ts';
import { Handles } from './schema-people.ts';

/** A period on one rung of the ladder. */
function period(min: string, max: string, meaning: string) {
  return section(
    {
      min: key(DurationText, min, 'How long the period is at least, so that everybody has a chance to speak.'),
      max: key(DurationText, max, 'How long it can become, whatever happens in it.'),
    },
    meaning,
  );
}

export const Decision = section(
  {
    owners: key(Handles, [], 'Who may decide here without write access: logins and teams. A pull request cannot name its own judge.'),
    periods: section(
      {
        consult: period('1 working day', '5 working days', 'On `consult`: until everybody to consult was heard, or `max` is over.'),
        consent: period('5 working days', '15 working days', 'On `consent`: until it ends with no objection open.'),
        consensus: period('1 working day', '15 working days', 'On `consensus`: until everybody entitled supports or abstains.'),
      },
      'How long people have. A period is frozen as it begins: what is changed here later holds for the next ones.',
    ),
    reconsider: key(
      z.enum(['extend', 'restart']),
      'extend',
      'What happens to a period when an objection is withdrawn or set aside, or the text changes: `extend` leaves at least `extension`, `restart` at least `min`; beyond `max` for a changed text alone.',
    ),
    extension: key(DurationText, '2 working days', 'How much time is left at least where a period is extended.'),
    quorum: key(wholeNumber(1, 100), 50, 'On `consensus`: how many of those entitled have to support, in per cent; the others may abstain.'),
    'review-after': key(z.nullable(DurationText), null, 'How long after a decision its owner is asked how it turned out, where the document names no date; none: not at all.'),
  },
  'The decision.',
);
