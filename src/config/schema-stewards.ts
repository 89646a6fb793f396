/** Who looks after the way of deciding itself, and when they are told of it. */
import * as z from 'zod/mini';
import { key, section, wholeNumber } from './schema-parts.ts';
import { DurationText } from './schema-pause.ts';
import { Handles } from './schema-people.ts';

export const Stewards = section(
  {
    pool: key(Handles, [], 'Who looks after the principles and the way of deciding, in turn: logins and teams.'),
    tensions: key(wholeNumber(2, 20), 3, 'How many different people have to report a tension with one principle, each on an RFC of its own, before it is asked whether it still fits.'),
    within: key(DurationText, '90 days', 'Within which time.'),
  },
  'The stewards: who is asked whether a principle still fits, and told of `centre-aware` decisions. They approve nothing.',
);

export const Retrospective = section(
  { every: key(z.enum(['never', 'month', 'quarter']), 'never', 'How often an issue is opened to look at how decisions were made: `never`, `month` or `quarter`.') },
  'The retrospective.',
);

export const Digest = section(
  { issue: key(z.nullable(wholeNumber(1, 1_000_000_000)), null, 'The number of an issue that gets the weekly digest as a comment; none: no digest there.') },
  'The weekly digest of what is open, closing and decided.',
);
