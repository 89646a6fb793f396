import { describe, expect, it } from '@jest/globals';
import { planAt } from '../../support/plan-at.ts';
import { termCases } from '../../support/plan-cases.ts';
import type { PlanInWords } from '../../support/plan-in-words.ts';

const check = 'document = success, findings';

const plans: readonly (readonly [string, PlanInWords['effects'], PlanInWords['record'], string | null])[] = [
  ['goes on while nothing happens', [check, 'show-status: drifting of Bob, alice since 03-02T10:00'], { terms: ['dan asked for drifting, until 03-12T10:00'], calls: ['nudge drifting 03-05T10:00'] }, '03-12T10:00'],
  ['goes on for longer with what its holder does', [check, 'show-status: drifting of Bob, alice since 03-10T10:00'], { terms: ['dan asked for drifting, until 03-13T10:00'], calls: ['nudge drifting 03-05T10:00'] }, '03-13T10:00'],
  ['goes on as it was with what others do', [check, 'show-status: drifting of Bob, alice since 03-10T10:00'], { terms: ['dan asked for drifting, until 03-12T10:00'], calls: ['nudge drifting 03-05T10:00'] }, '03-12T10:00'],
  ['goes on in a draft', [check, 'show-status: at rest'], { terms: ['dan asked for drifting, until 03-12T10:00'], calls: ['nudge drifting 03-05T10:00'] }, '03-12T10:00'],
  ['goes on in a planned pause', [check, '+1 on comment 29552280', 'show-status: wait'], { terms: ['dan asked for drifting, until 03-12T10:00'], calls: ['nudge drifting 03-05T10:00'], waits: ['wait by alice until 03-16T09:00: The audit comes then.'] }, '03-12T10:00'],
  ['is done', [check, '+1 on comment 29552280', 'unassign dan', 'show-status: drifting of Bob, alice since 03-10T10:00'], { terms: ['dan asked for drifting, done 03-10T10:00: We agreed.'], calls: ['nudge drifting 03-05T10:00'] }, '03-13T10:00'],
  ['is done by somebody with triage rights', [check, '+1 on comment 29552280', 'unassign dan', 'show-status: drifting of Bob, alice since 03-10T10:00'], { terms: ['dan asked for drifting, done 03-10T10:00: They agreed.'], calls: ['nudge drifting 03-05T10:00'] }, '03-13T10:00'],
  ['is released', [check, '+1 on comment 29552280', 'unassign dan', 'show-status: drifting of Bob, alice since 03-02T10:00'], { terms: ['dan asked for drifting, released 03-10T10:00'], calls: ['nudge drifting 03-05T10:00'] }, '03-12T10:00'],
  ['is passed, and as nobody else is there, help is called', [check, '+1 on comment 29552280', 'escalation to erin until 03-12T11:00', 'unassign dan', 'show-status: drifting of Bob, alice since 03-02T10:00'], { terms: ['dan asked for drifting, passed 03-10T10:00'], calls: ['nudge drifting 03-05T10:00'], passed: ['14'] }, '03-10T11:00'],
  ['is handed on', [check, '+1 on comment 29552280', 'hand-off to erin, The survey is done.', 'unassign dan', 'assign erin', 'show-status: drifting of Bob, alice since 03-02T10:00'], { terms: ['dan asked for drifting, handed 03-10T10:00: The survey is done.', 'erin handed for drifting, until 03-13T10:00'], calls: ['nudge drifting 03-05T10:00'] }, '03-10T11:00'],
  ['is taken over by a volunteer', [check, '+1 on comment 29552280', 'unassign dan', 'assign carol', 'show-status: drifting of Bob, alice since 03-02T10:00'], { terms: ['dan asked for drifting, replaced 03-10T10:00', 'carol taken for drifting, until 03-13T10:00'], calls: ['nudge drifting 03-05T10:00'] }, '03-13T10:00'],
  ['is given to somebody else', [check, '+1 on comment 29552280', 'unassign dan', 'assign erin', 'show-status: drifting of Bob, alice since 03-02T10:00'], { terms: ['dan asked for drifting, replaced 03-10T10:00', 'erin assigned for drifting, until 03-13T10:00'], calls: ['nudge drifting 03-05T10:00'] }, '03-13T10:00'],
  ['moves on with another step', [check, 'unassign dan', 'show-status: awaiting-review of carol since 03-10T10:00'], { terms: ['dan asked for drifting, moved-on 03-10T10:00'], calls: ['nudge drifting 03-05T10:00'] }, '03-13T10:00'],
  ['goes on where only a date has passed since', [check, 'show-status: overdue of alice since 03-10T00:00'], { terms: ['dan asked for drifting, until 03-13T10:00'], calls: ['nudge drifting 03-05T10:00'] }, '03-13T10:00'],
  ['moves on with the decision', [check, '+1 on comment 29552280', 'unassign dan', 'show-status: at rest'], { terms: ['dan asked for drifting, moved-on 03-10T10:00'], calls: ['nudge drifting 03-05T10:00'], decisions: ['accept by alice: It is good enough.'] }, '04-02T00:00'],
  ['moves on with a close', ['unassign dan', 'show-status: closed'], { terms: ['dan asked for drifting, moved-on 03-10T10:00'], calls: ['nudge drifting 03-05T10:00'] }, null],
  ['stays in words of its own when the step is another', [check, 'show-status: awaiting-review of carol since 03-10T10:00'], { terms: ['dan asked for the survey, until 03-12T10:00'], calls: ['nudge drifting 03-05T10:00'] }, '03-12T10:00'],
  ['runs out, unanswered', [check, 'escalation to erin until 03-16T11:00', 'unassign dan', 'show-status: drifting of Bob, alice since 03-02T10:00'], { terms: ['dan asked for drifting, time 03-12T10:00'], calls: ['nudge drifting 03-05T10:00'] }, '03-12T11:00'],
  ['runs out after its holder was active', [check, 'unassign dan', 'show-status: drifting of Bob, alice since 03-02T10:00'], { terms: ['dan asked for drifting, time 03-12T10:00'], calls: ['nudge drifting 03-05T10:00'] }, '03-16T10:00'],
  ['runs out at night, and help is called in the morning', [check, 'unassign dan', 'show-status: drifting of Bob, alice since 03-02T10:00'], { terms: ['dan asked for drifting, time 03-12T10:00'], calls: ['nudge drifting 03-05T10:00'] }, '03-13T09:00'],
];

describe('a term', () => {
  it('is told of in every case', () => {
    expect(plans.map(([name]) => name)).toEqual(termCases.map(([name]) => name));
  });

  it.each(plans)('%s', (name, effects, record, wakeAt) => {
    const moment = new Map(termCases).get(name);
    if (moment === undefined) throw new Error('a case');
    expect(planAt(moment)).toEqual({ effects, record, wakeAt, aways: [] });
  });
});
