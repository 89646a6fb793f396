/**
 * The story of one look at a repository's way of deciding, top to bottom: which questions has the config answered, which
 * principle is in tension with reality, is it time to look back, what does this week's digest say. Pure: the same facts
 * give the same plan, and what stands there already is not written again.
 */
import type { Config } from '../../config/schema.ts';
import type { OtherTerm } from '../load.ts';
import { readEvent } from '../markers.ts';
import type { PersonFacts } from '../people.ts';
import { isWorkingTime, startOfToday } from '../working-time.ts';
import { chooseSteward, noticeTerm } from './choose-steward.ts';
import { dueDigest } from './digest.ts';
import type { StewardFacts } from './facts.ts';
import { digestEvent, retrospectiveEvent } from './notice-marks.ts';
import { dueReview, settlingEffects } from './principle-reviews.ts';
import { dueRetrospective } from './retrospective.ts';
import type { Notice, StewardEffect, StewardPlan } from './steward-plan.ts';

/** Computes what should happen; nothing here happens. Without consent, or with mistakes in the config, nothing does. */
export function planStewardship(facts: StewardFacts, config: Config, now: Date): StewardPlan {
  const { isConfigured, mistakes } = facts.rules;
  if (!isConfigured || mistakes.length > 0) return { effects: [], withheld: [] };
  const settling = settlingEffects(facts, config, now);
  const [questions, digests] = [issueEffects(facts, config, now), digestEffects(facts, now)];
  if (config['dry-run']) return { effects: [], withheld: [...settling, ...questions, ...digests] };
  // At night nobody is called; the first sweep of the morning does it.
  const due = isWorkingTime(facts.calendar, now) ? [...questions.slice(0, roomToday(facts, config, now)), ...digests] : [];
  return { effects: [...settling, ...due], withheld: [] };
}

function digestEffects({ digestIssue, chat, ...facts }: StewardFacts, now: Date): StewardEffect[] {
  const posted = digestIssue?.comments.flatMap((comment) => readEvent(comment) ?? []) ?? [];
  const onIssue = digestIssue === null ? null : dueDigest(facts, posted, now);
  const inChat = chat === null ? null : dueDigest(facts, chat, now);
  return [
    ...(digestIssue === null || onIssue === null ? [] : [{ kind: 'comment' as const, on: digestIssue.number, notice: { kind: 'digest' as const, event: digestEvent(onIssue.week), digest: onIssue } }]),
    ...(inChat === null ? [] : [{ kind: 'post-to-chat' as const, notice: { kind: 'digest' as const, event: digestEvent(inChat.week), digest: inChat } }]),
  ];
}

/** Each asks one of the stewards; whom an earlier one asks, the next one knows of. */
function issueEffects(facts: StewardFacts, config: Config, now: Date): StewardEffect[] {
  const before: OtherTerm[] = [];
  const effects: StewardEffect[] = [];
  const add = (notice: Extract<Notice, { kind: 'principle' | 'retrospective' }> | null): void => {
    if (notice === null) return;
    effects.push({ kind: 'open-issue', notice, isAssignable: isAssignable(notice.asked?.id, facts.people) });
    if (notice.asked !== null) before.push(noticeTerm(notice.asked.id, now.toISOString(), null));
  };
  for (const principle of config.principles) add(dueReview(principle, facts, { config, before, now }));
  add(retrospectiveNotice(facts, config, { before, now }));
  return effects;
}

function retrospectiveNotice(facts: StewardFacts, config: Config, { before, now }: { before: readonly OtherTerm[]; now: Date }): Extract<Notice, { kind: 'retrospective' }> | null {
  const retrospective = dueRetrospective(facts, config, now);
  if (retrospective === null) return null;
  const { name } = retrospective.period;
  const asked = chooseSteward(facts, config, { occasion: `retrospective.${name}`, rather: [], before }, now);
  return { kind: 'retrospective', event: retrospectiveEvent(name, asked), asked, retrospective };
}

function isAssignable(id: number | undefined, people: readonly PersonFacts[]): boolean {
  return people.some(({ account, isAssignable: may }) => account.id === id && may === true);
}

/** How many issues may be opened on this day; digests, which call nobody, are not counted. */
function roomToday({ calendar, load, issues }: StewardFacts, config: Config, now: Date): number {
  const today = startOfToday(calendar, now).getTime();
  const opened = issues.filter(({ createdAt }) => Date.parse(createdAt) >= today).length;
  return Math.max(0, config.limits['actions-per-day'] - load.callsToday - opened);
}
