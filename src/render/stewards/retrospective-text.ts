import type { RetrospectiveFigures } from '../../decision/stewards/retrospective.ts';
import type { TalkedAbout, TalkReason } from '../../decision/stewards/worth-talking-about.ts';
import { capitalized } from '../capitalized.ts';
import { countOf } from '../count-of.ts';
import { renderDay } from '../moments.ts';
import { inWords, mention } from '../names.ts';
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

/** An invitation to look back together. The figures are about decisions, and about nobody. */
export function retrospectiveText({ asked, retrospective: { period, figures, talk, topics } }: NoticeOf<'retrospective'>, place: NoticePlace): string {
  const last = new Date(Date.parse(period.until) - 1).toISOString();
  const host = asked === null ? 'Whoever would like to can bring it to the team.' : `${mention(asked)}, could you bring it to the team? Any of the stewards can do it in your place.`;
  return [
    `This is what Unpause saw of how decisions were made here from ${renderDay(period.from, place.timezone)} to ${renderDay(last, place.timezone)}. ${host}`,
    ...listOf('In numbers:', figureItems(figures)),
    ...listOf('Perhaps worth talking about:', talk.map(talkItem)),
    `**The questions:**\n\n${questions.join('\n')}`,
    ...listOf('One topic, different outcomes. Is that as it is meant to be?', topics.map((topic) => topicItem(topic, place))),
    'Write in a comment what you would like to do another way: who owns a kind of decision and by which rule it is made are in the config, under `domains`. Close the issue when you have talked.',
  ].join('\n\n');
}

function figureItems(figures: RetrospectiveFigures): string[] {
  const { decided, accepted, rejected, deferred, withoutDecision, medianDays, tensions, lookedBack } = figures;
  const results = [`${accepted} accepted`, `${rejected} rejected`, `${deferred} deferred`];
  return [
    `${countOf(decided, 'decision')}: ${inWords(results)}`,
    ...(medianDays === null ? [] : [`half of them took ${countOf(Math.max(1, Math.ceil(medianDays)), 'day')} at most, from the opening of the RFC`]),
    ...(decided === 0 ? [] : [ownerItem(figures), `${figures.withPrinciple} of ${decided} cite a principle`]),
    ...some(figures.anyway, 'made before what its rung asks for was there'),
    ...some(figures.setAside, 'made with an objection set aside, and why'),
    ...(withoutDecision === 0 ? [] : [`${countOf(withoutDecision, 'pull request')} merged before a decision was written down`]),
    ...(tensions === 0 ? [] : [`${countOf(tensions, 'report')} of a principle that did not fit`]),
    ...some(lookedBack, 'looked back at by its owner'),
  ].map(capitalized);
}

function ownerItem({ byOwner, byAnother }: RetrospectiveFigures): string {
  const others = byAnother === 0 ? '' : `, ${byAnother} by somebody else`;
  return `${byOwner} made by the named Decision Owner${others}`;
}

function some(count: number, what: string): string[] {
  return count === 0 ? [] : [`${count} ${what}`];
}

/** Each after "because". */
const talkWords: Readonly<Record<TalkReason, string>> = {
  'without-decision': 'the pull request was merged, and who decided it and why is written nowhere',
  anyway: 'it was made before what its rung asks for was there',
  reversed: 'its owner reversed it later',
  'set-aside': 'an objection was set aside, with a reason to look at',
  reopened: 'it was opened again',
  'another-decider': 'somebody other than the named Decision Owner made it',
  tension: 'a principle did not fit it',
  changed: 'its owner changed it later',
  silence: 'nobody of those who were asked spoke',
  long: 'it took a month or more',
};

function talkItem({ entry, because }: TalkedAbout): string {
  return `${decisionItem(entry)}, because ${inWords(because.map((reason) => talkWords[reason]))}`;
}
