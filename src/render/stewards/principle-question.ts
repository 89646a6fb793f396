import type { ReportedTension } from '../../decision/stewards/facts.ts';
import { renderDay } from '../moments.ts';
import { inertName, mention } from '../names.ts';
import { markdownLink } from '../markdown-link.ts';
import { sourceLink } from '../source-link.ts';
import { usersBlock, usersWords } from '../users-words.ts';
import { listOf } from './list-of.ts';
import type { NoticeOf, NoticePlace } from './notice-place.ts';

/** The title of the issue. */
export function principleTitle({ principle }: NoticeOf<'principle'>): string {
  return `Does this principle still fit? ${principle.id}`;
}

const longestPrinciple = 500;

/** Asks whether a principle still fits. Whether it does is for people to say. */
export function principleText({ asked, principle, value, cases }: NoticeOf<'principle'>, { timezone }: NoticePlace): string {
  const steward = asked === null ? 'Whoever looks after the principles here is welcome to take this up.' : `${mention(asked)}, could you take this up for the stewards? Any of them can do it in your place.`;
  return [
    `People who decided different things found that a principle did not fit what they met. ${steward}`,
    `**The principle**, \`${principle.id}\`:\n\n${usersBlock(principle.text, longestPrinciple)}`,
    ...(value === null ? [] : [`It comes from the value ${usersWords(value)}`]),
    ...listOf('Where it did not fit:', cases.map((each) => caseItem(each, timezone))),
    '**What to ask:** What did it protect in these cases, and what did it cost? Was the principle incomplete, or the case a rare one? Would other words have helped those who decided?',
    `**How this ends:** Whoever looks after the config can give \`${principle.id}\` other words under \`principles\`, or take it out; Unpause then closes this issue and notes it. If the principle is good as it is, say why in a comment and close the issue: the next reports count anew.`,
  ].join('\n\n');
}

function caseItem({ rfc, why, by, at, source }: ReportedTension, timezone: string): string {
  return `${markdownLink(`RFC ${rfc.number}`, rfc.url)}: ${usersWords(why)} (${inertName(by)}, ${sourceLink(rfc.url, source)}, ${renderDay(at, timezone)})`;
}
