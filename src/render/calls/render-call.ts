/**
 * The comments that Unpause starts, one function for each kind. Each says what would help next, who can do it, and how;
 * it mentions those who are asked and nobody else, and speaks of nobody's failures.
 */
import type { Call } from '../../decision/calls.ts';
import { eventMarker } from '../../decision/markers.ts';
import { answersText } from '../answers.ts';
import { askDriText } from './ask-dri.ts';
import type { CallPlace } from './call-place.ts';
import { confirmText } from './confirm.ts';
import { escalationText } from './escalation.ts';
import { handOffText } from './hand-off.ts';
import { nudgeText } from './nudge.ts';
import { periodText } from './period.ts';
import { pressedText } from './pressed.ts';
import { rewordedText } from './reworded.ts';
import { stewardText } from './steward.ts';

/** The whole body; the mark on its first line is how the next look finds it again. */
export function renderCall(call: Call, place: CallPlace): string {
  return `${eventMarker(call.event)}\n${textOf(call, place)}`;
}

function textOf(call: Call, place: CallPlace): string {
  switch (call.kind) {
    case 'nudge':
      return nudgeText(call, place);
    case 'dri':
      return askDriText(call, place);
    case 'hand-off':
      return handOffText(call, place);
    case 'escalation':
      return escalationText(call, place);
    case 'steward':
      return stewardText(call, place);
    case 'confirm':
      return confirmText(call, place);
    case 'period':
      return periodText(call, place);
    case 'reworded':
      return rewordedText(call, place);
    case 'pressed':
      return pressedText(call);
    case 'reply':
      return answersText(call, place);
  }
}
