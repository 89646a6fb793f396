import type { Objection } from '../decision/record-schema.ts';
import { renderDay } from './moments.ts';
import { inertName } from './names.ts';
import { sourceLink } from './source-link.ts';
import { givenReason, usersWords } from './users-words.ts';

interface Place {
  rfcUrl: string;
  timezone: string;
}

/** What somebody objects to, where and when they said so, whether it binds, and what became of it so far. */
export function objectionText(objection: Objection, place: Place): string {
  const { why, isBinding, at, source } = objection;
  const weight = isBinding ? '' : '; shown for everybody to weigh, it binds nobody';
  const said = `${usersWords(why)} (${sourceLink(place.rfcUrl, source)}, ${renderDay(at, place.timezone)}${weight})`;
  return [said, ...became('Answered', objection.answered, place), ...became('Set aside', objection.setAside, place)].join('. ');
}

function became(what: string, reasoned: Objection['answered'], { rfcUrl, timezone }: Place): string[] {
  if (reasoned === null) return [];
  const { by, why, at, source } = reasoned;
  return [`${what} by ${inertName(by)} on ${renderDay(at, timezone)}${givenReason(why)} (${sourceLink(rfcUrl, source)})`];
}
