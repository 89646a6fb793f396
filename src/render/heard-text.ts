import type { Heard } from '../decision/pause-facts.ts';
import { renderDay } from './moments.ts';
import { firstInWords, inertName } from './names.ts';

/** Who has been heard, and whose view is still awaited: a line for each, none where nobody was asked. */
export function heardText({ answered, open }: Heard, timezone: string): string[] {
  const heard = answered.map(({ asked, at }) => `${inertName(asked)} (${renderDay(at, timezone)})`);
  return [
    ...(heard.length === 0 ? [] : [`**Heard so far:** ${firstInWords(heard)}.`]),
    ...(open.length === 0 ? [] : [`**Also asked:** ${firstInWords(open.map(inertName))}; their view is welcome.`]),
  ];
}
