import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findCommands } from '../../../src/decision/commands/find-commands.ts';
import { eventMarker, hasEvent } from '../../../src/decision/markers.ts';
import type { Call } from '../../../src/decision/calls.ts';
import { renderCall } from '../../../src/render/calls/render-call.ts';
import { alice, bob, carol, dave, erin, exampleDecision, exampleEscalation, examplePause, examplePlace, exampleSituation, exampleTerm } from '../../../src/render/messages/example-facts.ts';
import { runs, seed } from '../../support/property-runs.ts';
import { anyAttack, anyCall, inflate } from '../any-facts.ts';
import { spokenTo } from '../spoken-to.ts';

const numRuns = runs({ desk: 100, ci: 500, long: 20_000 });

/** What people read, without the marks that keep names from being mentions. */
function read(call: Call): string {
  const [, ...lines] = renderCall(call, examplePlace).replaceAll('\u200b', '').split('\n');
  return lines.join('\n');
}

function expectHarmless(call: Call): void {
  const body = renderCall(call, examplePlace);
  expect(body.split('\n')[0]).toBe(eventMarker(call.event));
  const { nodes, mentioned, html } = spokenTo(body);
  expect(html).toHaveLength(1);
  expect(findCommands(body)).toEqual([]);
  expect(mentioned).toEqual([...new Set(call.asked.map(({ login }) => login))].sort());
  expect(body.length).toBeLessThan(20_000);
  for (const node of nodes) {
    expect(['root', 'html', 'paragraph', 'strong', 'list', 'listItem', 'blockquote', 'text', 'link', 'inlineCode']).toContain(node.type);
    if (node.type === 'text') expect(node.value).not.toMatch(/#\d|:\/\/|\bGH-\d/i);
  }
}

describe('renderCall', () => {
  it('nudges whom the RFC waits for, and says who else could help', () => {
    expect(read({ kind: 'nudge', event: 'nudge.awaiting-decision.1', asked: [alice], pause: examplePause('awaiting-decision') })).toBe(`@alice, this RFC has been waiting since Tuesday 2026-03-03 for the final call. Nobody else has to be waited for.

**What would help next:**

- The Decision Owner can make the call with \`/decide accept WHY\` (or \`reject\`, or \`defer\`).
- The Decision Owner can also say what would still help them to make it.

Others here can help too: members can drive this one step, not the whole RFC, with the words “I'll take temporary DRI on this” (or \`/dri take\`) or ask for help to decide with \`/escalate WHY\`. If it is good for it to rest, the author, the Decision Owner or the temporary DRI can plan the pause with \`/wait until WHEN WHY\`.`);
  });

  it('nudges nobody in particular where a team is asked, and names the team', () => {
    const text = renderCall({ kind: 'nudge', event: 'nudge.awaiting-review.1', asked: [], pause: { ...examplePause('awaiting-review'), waitsFor: [{ team: 'acme/security' }] } }, examplePlace);
    expect(text).toContain('\nThis RFC has been waiting since Tuesday 2026-03-03 for the views of those who were asked (@\u200bacme/security).');
    expect(spokenTo(text).mentioned).toEqual([]);
  });

  it('asks for the next step alone, until a moment in the zone of the calendar, and says why this person', () => {
    const text = read({ kind: 'dri', event: 'dri.1.14.dave.awaiting-review.reviewer', asked: [dave], pause: examplePause('awaiting-review'), dueAt: '2026-03-31T15:00:00Z', reason: 'reviewer' });
    expect(text).toContain('@dave, would you be temporary DRI for the next step of this RFC, until Tuesday 2026-03-31, 17:00 (Europe/Berlin)? The step is to gather the views that are still open.');
    expect(text).toContain('Unpause asked you because you are among those asked to review it, and the rotation came to you.');
    expect(text).toContain('- `/dri pass` leaves it to somebody else. You owe nobody a reason');
  });

  it('hands on the note, and what the next person needs to know', () => {
    const text = read({ kind: 'hand-off', event: 'hand.2', asked: [erin], term: { ...exampleTerm, scope: 'collect views' }, from: dave, note: 'Carol is in favour.\n\nOne point is open.', situation: exampleSituation });
    expect(text).toContain('@erin, @dave hands you the role of temporary DRI, until Friday 2026-03-13, 17:00 (Europe/Berlin). The step, in their words: “collect views”.');
    expect(text).toContain('> “Carol is in favour. One point is open.”');
    expect(text).toContain('- **Open review threads:**\n  - [rfcs/0001-keys.md, line 12](https://github.com/acme/rfcs/pull/7#discussion_r3001), @carol: “Who tells our customers, and when?”\n');
    expect(text).toContain('- **On the table:** [rfcs/0001-keys.md](https://github.com/acme/rfcs/blob/');
    expect(text).toContain('- **Heard so far:** @carol (Wednesday 2026-03-04).');
    expect(text).toContain('[@carol, Wednesday 2026-03-04](https://github.com/acme/rfcs/pull/7#pullrequestreview-2001)');
  });

  it('asks for help to decide as a service, with all that there is to know', () => {
    const text = read({ kind: 'escalation', event: 'escalation.1.13.carol', asked: [carol], escalation: exampleEscalation, dueAt: '2026-03-16T09:00:00Z', situation: exampleSituation });
    expect(text).toContain('@carol, could you help to decide here? Nobody dropped anything: this is a request for help, to decide and move on.');
    expect(text).toContain('@dave asks: “Two good options are on the table, and either would do.” ([comment](https://github.com/acme/rfcs/pull/7#issuecomment-1012), Thursday 2026-03-12)');
    for (const item of ['Undecided', 'On the table', 'Objections to weigh', 'Heard so far', 'What is asked', 'By when']) expect(text).toContain(`**${item}:**`);
    expect(text).toContain('Monday 2026-03-16, 10:00 (Europe/Berlin)');
    expect(text).toContain('“not me” is one');
  });

  it('leaves out of an escalation what is not there', () => {
    const text = read({ kind: 'escalation', event: 'escalation.1.13.carol', asked: [carol], escalation: { ...exampleEscalation, by: null, why: null, source: null }, dueAt: '2026-03-16T09:00:00Z', situation: { pause: null, heard: { asked: [], answered: [], open: [] }, objections: [], documents: [], voices: [] } });
    expect(text).toContain('Unpause asks, as the step is open');
    expect(text).not.toMatch(/Undecided|On the table|Objections|Heard so far|Worth reading|What would help next/);
  });

  it('shows five of many objections, none of them withdrawn', () => {
    const [objection] = exampleSituation.objections;
    if (objection === undefined) throw new Error('The example has no objection');
    const objections = [{ ...objection, why: 'taken back', withdrawnAt: '2026-03-05T09:00:00Z' }, ...Array.from({ length: 7 }, () => objection)];
    const text = read({ kind: 'escalation', event: 'escalation.1.13.carol', asked: [carol], escalation: exampleEscalation, dueAt: '2026-03-16T09:00:00Z', situation: { ...exampleSituation, objections } });
    expect(text.match(/^ {2}- @erin: “The old keys/gm)).toHaveLength(5);
    expect(text).toContain('\n  - … and 2 more');
    expect(text).not.toContain('taken back');
  });

  it('asks nobody by name at the end of the ladder', () => {
    const text = renderCall({ kind: 'steward', event: 'steward.drifting.1', asked: [], pause: examplePause('drifting') }, examplePlace);
    expect(text).toContain('**This RFC needs a steward:**');
    expect(spokenTo(text).mentioned).toEqual([]);
  });

  it.each([
    ['text-changed', exampleDecision, 'the text of this RFC changed after it was decided. Does the decision stand? It was accepted by @alice on Monday 2026-03-16: “Short-lived keys', true],
    ['owner-changed', exampleDecision, 'you are the Decision Owner of this RFC now', true],
    ['merged', null, 'this RFC was merged. Is that your decision? No decision is written down for it yet', true],
    ['closed', null, 'this RFC was closed. What is your decision?', false],
  ] as const)('asks the owner to confirm: %s', (because, decision, expected, mayConfirm) => {
    const text = read({ kind: 'confirm', event: 'confirm.1', asked: [bob], because, decision });
    expect(text).toContain(`@bob, ${expected}`);
    expect(text.includes('/decide confirm')).toBe(mayConfirm);
    expect(text.includes('/reopen')).toBe(decision !== null);
  });

  it('is found again by its event', () => {
    const body = renderCall({ kind: 'nudge', event: 'nudge.drifting.mm4k2sg0', asked: [alice], pause: examplePause('drifting') }, examplePlace);
    expect(hasEvent([{ id: 1, body, createdAt: '2026-03-03T10:00:00Z', url: '' }], 'nudge.drifting.mm4k2sg0')).toBe(true);
  });

  it('notifies, runs and shows nothing that users or documents could make of it', () => {
    fc.assert(
      fc.property(anyCall, (call) => {
        expectHarmless(call);
      }),
      { numRuns, seed },
    );
  });

  it('stays short and harmless whatever the length of what users wrote', () => {
    fc.assert(
      fc.property(anyCall, anyAttack, (call, attack) => {
        expectHarmless({ ...inflate(call, attack), asked: call.asked } as Call);
      }),
      { numRuns: numRuns / 10, seed },
    );
  });
});
