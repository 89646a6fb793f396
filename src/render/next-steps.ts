/** What an RFC may wait for, in words: what is awaited, what would help next, who can do it, and how. */
import type { PauseKind } from '../config/schema-pause.ts';
import type { Ability } from './who-can.ts';

export interface NextStep {
  /** After "This RFC waits for". */
  awaits: string;
  /** What is there already, as a sentence; empty where there is nothing to add. */
  known: string;
  /** After "to": what a temporary DRI, or somebody who helps, would do. It never is the decision itself. */
  drive: string;
  /** What would help next: each a sentence, or what those can do who may use the commands. */
  ways: readonly (string | readonly Ability[])[];
}

const decide: readonly Ability[] = [['decide', 'make the call with `/decide accept WHY` (or `reject`, or `defer`)']];

export const nextSteps: Readonly<Record<PauseKind, NextStep>> = {
  ownerless: {
    awaits: 'one person who makes the final call',
    known: 'Its document names no Decision Owner yet.',
    drive: 'find the one person who makes the final call, and have them named',
    ways: [
      'The author adds a line such as `**Decision Owner**: @login` near the top of the document.',
      [['owner', 'name a person with `/owner @user WHY`']],
      'Anyone can offer to be that person in a comment.',
    ],
  },
  overdue: {
    awaits: 'the final call, or a new date for it',
    known: 'The decide-by date in its document has passed.',
    drive: 'help the Decision Owner to the final call, or to a new date',
    ways: [decide, 'The author can set a new decide-by date in the document.'],
  },
  contested: {
    awaits: 'an end to the open objections',
    known: '',
    drive: 'bring the author and those who object to an answer',
    ways: [
      [['answer', 'answer with `/answer @user HOW`, or change the text']],
      'Whoever objects can say what would settle it.',
      [['withdraw', 'close an objection of their own with `/withdraw` once it is settled']],
      [['set-aside', 'go on without settling it with `/set-aside @user WHY`']],
    ],
  },
  'awaiting-author': {
    awaits: "the author's answer to the review",
    known: '',
    drive: 'help the author to an answer to the review',
    ways: [
      'The author changes the text or answers in a comment; “I see it differently, because…” is an answer too.',
      [['wait', 'plan a pause with `/wait until WHEN WHY`']],
    ],
  },
  'awaiting-review': {
    awaits: 'the views of those who were asked',
    known: '',
    drive: 'gather the views that are still open',
    ways: [
      'Whoever was asked leaves a review or a comment; a few words are enough.',
      [['support', 'answer with `/support`'], ['abstain', 'take no side with `/abstain`']],
      [['hold', 'ask for more time with `/hold WHEN WHY`']],
    ],
  },
  'awaiting-decision': {
    awaits: 'the final call',
    known: 'Nobody else has to be waited for.',
    drive: 'help the Decision Owner to the final call',
    ways: [decide, 'The Decision Owner can also say what would still help them to make it.'],
  },
  drifting: {
    awaits: 'a word on what happens next',
    known: '',
    drive: 'find out what is still open, and say what happens next',
    ways: ['The author says what is still open, or whose view would help.', decide],
  },
};
