import type { Retrospective } from '../../decision/stewards/retrospective.ts';
import type { Finding } from '../../decision/vitality/vitality.ts';
import { countOf } from '../count-of.ts';
import { renderDay } from '../moments.ts';
import { inWords, mention } from '../names.ts';
import { becauseWords, valueWords } from '../vitality/value-words.ts';
import { decisionItem } from './decision-item.ts';
import { listOf } from './list-of.ts';
import type { NoticeOf, NoticePlace } from './notice-place.ts';
import { periodWords } from './period-words.ts';
import { topicItem } from './topic-item.ts';

/** The title of the issue. */
export function retrospectiveTitle({ retrospective: { period } }: NoticeOf<'retrospective'>): string {
  return `How did we decide in ${periodWords(period.name)}?`;
}

const questions = [
  '1. Did the right person decide?',
  '2. Did they have what they needed?',
  '3. Did the rest of us know what happened, and why?',
];

/** An invitation to look back together. The figures are about a way of deciding, and about nobody. */
export function retrospectiveText({ asked, retrospective }: NoticeOf<'retrospective'>, place: NoticePlace): string {
  const { period, counts, findings, talk, topics } = retrospective;
  const last = new Date(Date.parse(period.until) - 1).toISOString();
  const host = asked === null ? 'Whoever would like to can bring it to the team.' : `${mention(asked)}, could you bring it to the team? Any of the stewards can do it in your place.`;
  return [
    `This is what Unpause saw of how decisions were made here from ${renderDay(period.from, place.timezone)} to ${renderDay(last, place.timezone)}: ${countsText(counts)}. ${host}`,
    ...listOf('In figures:', findings.flatMap(findingItem)),
    ...listOf('Perhaps worth talking about:', talk.map(({ entry, because }) => `${decisionItem(entry)}: ${inWords(because.slice(0, mostReasons).map(becauseWords))}`)),
    `**The questions:**\n\n${questions.join('\n')}`,
    ...listOf('One topic, different outcomes. Is that as it is meant to be?', topics.map((topic) => topicItem(topic, place))),
    'Write in a comment what you would like to do another way: who owns a kind of decision, and by which rule it is made, is in the config under `domains`. Close the issue when you have talked.',
  ].join('\n\n');
}

const mostReasons = 2;

function countsText({ decisions, tensions }: Retrospective['counts']): string {
  const made = countOf(decisions, 'decision');
  return tensions === 0 ? made : `${made}, and ${countOf(tensions, 'report')} of a principle that did not fit`;
}

/** The figure of the period itself, and what it may mean beside those before it; none where nothing of the kind happened, or too little. */
function findingItem({ figure, points, meaning }: Finding): string[] {
  const own = points.at(-1);
  const [first] = figure.measures;
  if (own === undefined || own.count === 0 || first === undefined) return [];
  const { values } = own;
  if (values[first.id] === null || values[first.id] === undefined) return [];
  const known = figure.measures.flatMap(({ id, name, unit }) => (values[id] === null || values[id] === undefined ? [] : [`${name}: ${valueWords(values[id], unit)}`]));
  return [`**${figure.title}** (${known.join('; ')}): ${meaning}`];
}
