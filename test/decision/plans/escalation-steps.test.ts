import { describe, expect, it } from '@jest/globals';
import { planAt } from '../../support/plan-at.ts';
import { escalationCases } from '../../support/plan-cases.ts';
import type { PlanInWords } from '../../support/plan-in-words.ts';

const check = 'document = success, findings';

const plans: readonly (readonly [string, PlanInWords['effects'], PlanInWords['record'], string | null])[] = [
  ['is made by Unpause after a term without an answer', [check, 'escalation to erin until 03-16T11:00', 'show-status: drifting of Bob, alice since 03-02T10:00'], { terms: ['dan asked for drifting, time 03-12T10:00'], calls: ['nudge drifting 03-05T10:00'] }, '03-12T11:00'],
  ['is made by Unpause where nobody can be temporary DRI', [check, 'escalation to erin until 03-11T11:00', 'show-status: drifting of Bob, alice since 03-02T10:00'], { calls: ['nudge drifting 03-05T10:00'] }, '03-09T11:00'],
  ['is made for somebody at once', [check, '+1 on comment 29542200', 'escalation to erin until 03-05T11:00', 'show-status: drifting of Bob, alice since 03-02T10:00'], { escalations: ['by carol, We need a word by Friday.'] }, '03-03T11:00'],
  ['is made for somebody by name', [check, '+1 on comment 29542200', 'escalation to Bob until 03-05T11:00', 'show-status: drifting of Bob, alice since 03-02T10:00'], { escalations: ['by carol, He knows the keys., to Bob'] }, '03-03T11:00'],
  ['is made at night, for the morning', [check, '+1 on comment 29542920', 'show-status: drifting of Bob, alice since 03-02T10:00'], { escalations: ['by carol, We need a word by Friday.'] }, '03-04T09:00'],
  ['waits for who was asked', [check, 'show-status: drifting of Bob, alice since 03-02T10:00'], { terms: ['dan asked for drifting, time 03-12T10:00'], calls: ['nudge drifting 03-05T10:00'], escalations: ['by Unpause, asked erin'] }, '03-16T10:00'],
  ['goes on to the next on the path after a while', [check, 'escalation to carol until 03-18T11:00', 'show-status: drifting of Bob, alice since 03-02T10:00'], { terms: ['dan asked for drifting, time 03-12T10:00'], calls: ['nudge drifting 03-05T10:00'], escalations: ['by Unpause, asked erin'] }, '03-16T11:00'],
  ['goes on at once where somebody asks again who is waited for', [check, '+1 on comment 29556600', 'escalation to carol until 03-17T11:00', 'show-status: drifting of Bob, alice since 03-13T10:00'], { terms: ['dan asked for drifting, time 03-12T10:00'], calls: ['nudge drifting 03-05T10:00'], escalations: ['by Unpause, to carol, asked erin'] }, '03-13T11:00'],
  ['stays as it is where somebody asks again before the morning', [check, '+1 on comment 29542920', '+1 on comment 29542980', 'show-status: drifting of Bob, alice since 03-03T23:00'], { escalations: ['by alice, We need a word by Friday.'] }, '03-04T09:00'],
  ['comes to its end where nobody is left', [check, 'steward to nobody', 'show-status: drifting of Bob, alice since 03-02T10:00'], { terms: ['dan asked for drifting, time 03-12T10:00'], calls: ['nudge drifting 03-05T10:00'], escalations: ['by Unpause, asked erin, asked carol'] }, '03-18T11:00'],
  ['is answered by any activity of who was asked', [check, 'show-status: drifting of Bob, alice since 03-13T10:00'], { terms: ['dan asked for drifting, time 03-12T10:00'], calls: ['nudge drifting 03-05T10:00'], escalations: ['by Unpause, asked erin, acknowledged 03-13T10:00'] }, '03-18T10:00'],
  ['is withdrawn when somebody who is waited for moves', [check, 'show-status: drifting of Bob, alice since 03-13T10:00'], { terms: ['dan asked for drifting, time 03-12T10:00'], calls: ['nudge drifting 03-05T10:00'], escalations: ['by Unpause, asked erin, withdrawn 03-13T10:00'] }, '03-18T10:00'],
  ['is withdrawn with the decision', [check, '+1 on comment 29556600', 'show-status: at rest'], { terms: ['dan asked for drifting, time 03-12T10:00'], calls: ['nudge drifting 03-05T10:00'], escalations: ['by Unpause, asked erin, withdrawn 03-13T10:00'], decisions: ['defer by alice: Until the audit.'] }, '04-02T00:00'],
  ['is not withdrawn by what was before it', [check, 'show-status: awaiting-decision of alice since 03-11T11:00'], { terms: ['dan asked for drifting, time 03-12T10:00'], calls: ['nudge drifting 03-05T10:00'], escalations: ['by Unpause, asked erin'] }, '03-16T10:00'],
  ['is followed by the steward after an answer that changed nothing', [check, 'steward to nobody', 'show-status: drifting of Bob, alice since 03-02T10:00'], { terms: ['dan asked for drifting, time 03-12T10:00'], calls: ['nudge drifting 03-05T10:00'], escalations: ['by Unpause, asked erin, acknowledged 03-13T10:00'] }, '03-18T11:00'],
  ['is followed by the steward where it had no answer', [check, 'steward to nobody', 'show-status: drifting of Bob, alice since 03-02T10:00'], { terms: ['dan asked for drifting, time 03-12T10:00'], calls: ['nudge drifting 03-05T10:00'], escalations: ['by Unpause, asked erin, unanswered 03-18T10:00'] }, '03-18T11:00'],
  ['is followed by silence after the steward', [check, 'show-status: drifting of Bob, alice since 03-02T10:00, needs a steward'], { terms: ['dan asked for drifting, time 03-12T10:00'], calls: ['nudge drifting 03-05T10:00', 'steward drifting 03-18T10:00'], escalations: ['by Unpause, asked erin, unanswered 03-18T10:00'] }, '04-02T00:00'],
];

describe('a request for help', () => {
  it('is told of in every case', () => {
    expect(plans.map(([name]) => name)).toEqual(escalationCases.map(([name]) => name));
  });

  it.each(plans)('%s', (name, effects, record, wakeAt) => {
    const moment = new Map(escalationCases).get(name);
    if (moment === undefined) throw new Error('a case');
    expect(planAt(moment)).toEqual({ effects, record, wakeAt, aways: [] });
  });
});
