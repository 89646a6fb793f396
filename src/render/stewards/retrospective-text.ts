import { sourceUrl } from '../../decision/log/sources-of.ts';
import type { ReportedTension } from '../../decision/stewards/facts.ts';
import type { Retrospective } from '../../decision/stewards/retrospective.ts';
import type { Finding } from '../../decision/vitality/vitality.ts';
import { countOf } from '../count-of.ts';
import { markdownLink } from '../markdown-link.ts';
import { renderDay } from '../moments.ts';
import { inWords, mention } from '../names.ts';
import { codeSpan, usersWords } from '../users-words.ts';
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

/** What a team asks itself where a principle did not fit what people met. */
const aboutPrinciples = 'What principle broke down? What did we learn? How do we evolve it?';

const questions = [
  '1. Did the right person decide?',
  '2. Did they have what they needed?',
  '3. Did the rest of us know what happened, and why?',
];

/** An invitation to look back together. The figures are about a way of deciding, and about nobody. */
export function retrospectiveText({ asked, retrospective }: NoticeOf<'retrospective'>, place: NoticePlace): string {
  const { period, counts, findings, talk, topics, tensions } = retrospective;
  const last = new Date(Date.parse(period.until) - 1).toISOString();
  const host = asked === null ? 'Whoever would like to can bring it to the team.' : `${mention(asked)}, could you bring it to the team? Any of the stewards can do it in your place.`;
  return [
    `This is what Unpause saw of how decisions were made here from ${renderDay(period.from, place.timezone)} to ${renderDay(last, place.timezone)}: ${countsText(counts)}. ${host}`,
    ...listOf('In figures:', findings.flatMap(findingItem)),
    ...listOf('Perhaps worth talking about:', talk.map(({ entry, because }) => `${decisionItem(entry)}: ${inWords(because.slice(0, mostReasons).map(becauseWords))}`)),
    `**The questions:**\n\n${questions.join('\n')}`,
    ...listOf('Where a principle did not fit:', tensions.map(tensionItem)),
    ...(tensions.length === 0 ? [] : [`**To ask of these:** ${aboutPrinciples} Whoever looks after the config can give a principle other words under \`principles\`.`]),
    ...listOf('One topic, different outcomes. Is that as it is meant to be?', topics.map((topic) => topicItem(topic, place))),
    'Write in a comment what you would like to do another way: who owns a kind of decision, and by which rule it is made, is in the config under `domains`. Close the issue when you have talked.',
  ].join('\n\n');
}

const mostReasons = 2;

/** What happened, and not who said so: that can be read there. */
function tensionItem({ principle, why, rfc, source }: ReportedTension): string {
  return `${codeSpan(principle)}, ${markdownLink(`RFC ${rfc.number}`, sourceUrl(rfc.url, source))}: ${usersWords(why)}`;
}

function countsText({ decisions, tensions, reviews }: Retrospective['counts']): string {
  const others = [
    ...(tensions === 0 ? [] : [`${countOf(tensions, 'report')} of a principle that did not fit`]),
    ...(reviews === 0 ? [] : [`${countOf(reviews, 'look')} back at a decision`]),
  ];
  return [countOf(decisions, 'decision'), ...(others.length === 0 ? [] : [inWords(others)])].join(', and ');
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
