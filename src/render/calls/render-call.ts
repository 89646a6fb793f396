/**
 * The comments that Unpause starts, one function for each kind. Each says what would help next, who can do it, and how;
 * it mentions those who are asked and nobody else, and speaks of nobody's failures.
 */
import type { Call } from '../../decision/calls.ts';
import { eventMarker } from '../../decision/markers.ts';
import { answersText } from '../answers.ts';
import { askDriText } from './ask-dri.ts';
import type { CallOf } from './call-of.ts';
import type { CallPlace } from './call-place.ts';
import { centreText } from './centre.ts';
import { confirmText } from './confirm.ts';
import { escalationText } from './escalation.ts';
import { handOffText } from './hand-off.ts';
import { nudgeText } from './nudge.ts';
import { outcomeText } from './outcome.ts';
import { periodText } from './period.ts';
import { pressedText } from './pressed.ts';
import { rewordedText } from './reworded.ts';
import { stewardText } from './steward.ts';

/** The whole body; the mark on its first line is how the next look finds it again. */
export function renderCall(call: Call, place: CallPlace): string {
  return `${eventMarker(call.event)}\n${textOf(call, place)}`;
}

function textOf(call: Call, place: CallPlace): string {
  // Which words fit a call is told by its kind, which the types of a table cannot say.
  return texts[call.kind](call as never, place);
}

const texts: { [Kind in Call['kind']]: (call: CallOf<Kind>, place: CallPlace) => string } = {
  nudge: nudgeText,
  dri: askDriText,
  'hand-off': handOffText,
  escalation: escalationText,
  steward: stewardText,
  confirm: confirmText,
  outcome: outcomeText,
  centre: centreText,
  period: periodText,
  reworded: rewordedText,
  pressed: pressedText,
  reply: answersText,
};
