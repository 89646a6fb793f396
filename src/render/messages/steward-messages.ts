/** What Unpause writes about a repository as a whole: questions to the stewards, their answers, and the digest. */
import { lookBack } from '../../decision/stewards/retrospective.ts';
import type { Notice } from '../../decision/stewards/steward-plan.ts';
import { renderNotice } from '../stewards/render-notice.ts';
import { carol, erin } from './example-facts.ts';
import { exampleEntry, exampleNoticePlace, examplePrinciple, exampleTensions } from './example-decisions.ts';
import type { Message } from './message.ts';

const nobody = 'whoever follows the repository; nobody is mentioned';

/** An issue or a comment each. */
export function stewardMessages(): Message[] {
  return [...questions(), ...settled(), ...retrospectives(), digest()];
}

function messageOf(notice: Notice, about: Pick<Message, 'id' | 'reason' | 'to'>): Message {
  const asked = 'asked' in notice && notice.asked !== null ? [notice.asked.login] : [];
  return { ...about, mentions: asked, text: renderNotice(notice, exampleNoticePlace) };
}

function questions(): Message[] {
  const notice = { kind: 'principle', event: 'principle.data-stays-local.1.1x2y3z.13.carol', asked: carol, principle: examplePrinciple, value: 'People own their data.', cases: exampleTensions } as const;
  return [
    messageOf(notice, { id: 'principle', reason: 'So many different people as `stewards.tensions` says reported a tension with one principle, each on an RFC of its own: an issue.', to: 'one of the stewards, in turn' }),
    messageOf({ ...notice, event: 'principle.data-stays-local.1.1x2y3z.-.-', asked: null, value: null }, { id: 'principle.nobody-asked', reason: 'The same, where the config names no stewards, or all of them are away.', to: nobody }),
  ];
}

function settled(): Message[] {
  const words = { ...examplePrinciple, text: 'User data stays on the devices of its owner, encrypted copies aside.' };
  return [
    messageOf({ kind: 'settled', event: 'principle-settled', principle: words }, { id: 'principle.changed', reason: 'The config gave the principle other words: the last comment before the issue is closed, or a word after a pull request closed it.', to: nobody }),
    messageOf({ kind: 'settled', event: 'principle-settled', principle: null }, { id: 'principle.removed', reason: 'The config holds the principle no more: the last comment before the issue is closed, or a word after a pull request closed it.', to: nobody }),
  ];
}

function retrospectives(): Message[] {
  const march = { name: '2026-03', from: '2026-02-28T23:00:00.000Z', until: '2026-03-31T22:00:00.000Z' };
  const quarter = { name: '2026-Q1', from: '2025-12-31T23:00:00.000Z', until: march.until };
  const entries = [
    exampleEntry(7, { isSatisfied: false }),
    exampleEntry(12, { question: 'Store times in UTC', result: 'merged-without-decision', by: null }),
    ...[20, 21, 22, 23].map((number) => exampleEntry(number, { principles: [examplePrinciple.id] })),
  ];
  const source = { entries, courses: [], principles: [{ id: examplePrinciple.id, repositories: new Set([exampleNoticePlace.repositoryId]) }], now: new Date('2026-04-01T09:00:00Z') };
  const topics = [{ topic: 'caching', decisions: [exampleEntry(15, { question: 'Cache at the edge', domain: 'web' }), exampleEntry(9, { question: 'Cache in the API', domain: 'api', result: 'rejected' })] }];
  const retrospective = { period: quarter, counts: { decisions: 6, tensions: 3, reviews: 0 }, ...lookBack(source, { period: quarter, every: 'quarter', timezone: exampleNoticePlace.timezone }), topics, tensions: exampleTensions };
  return [
    messageOf({ kind: 'retrospective', event: 'retrospective.2026-Q1.15.erin', asked: erin, retrospective }, { id: 'retrospective', reason: 'A month or a quarter is over, as `retrospective.every` says: an issue.', to: 'one of the stewards, in turn' }),
    messageOf(
      { kind: 'retrospective', event: 'retrospective.2026-03.-.-', asked: null, retrospective: { period: march, counts: { decisions: 1, tensions: 0, reviews: 0 }, findings: [], talk: [], topics: [], tensions: [] } },
      { id: 'retrospective.quiet', reason: 'The same, where little was decided and the config names no stewards.', to: nobody },
    ),
  ];
}

function digest(): Message {
  const rfc = { number: 18, title: 'Retire search v1', url: 'https://github.com/acme/rfcs/pull/18', waitsFor: 'awaiting-review', closesAt: null } as const;
  const closing = { ...rfc, number: 20, title: 'Quiet hours for alerts', waitsFor: null, closesAt: '2026-04-09T15:00:00Z' };
  const open = [{ waitsFor: 'awaiting-review' as const, rfcs: [rfc] }];
  const due = exampleEntry(3, { question: 'Event schemas in one registry', reviewOn: '2026-04-10' });
  return messageOf(
    { kind: 'digest', event: 'digest.2026-W15', digest: { week: '2026-W15', since: '2026-03-29T22:00:00.000Z', open, closing: [closing], decided: [exampleEntry(15, {})], due: [due] } },
    { id: 'digest', reason: 'Once a week on the issue that `digest.issue` names, and in the chat that the operator set.', to: nobody },
  );
}
