/** Words that say nothing about the RFC itself: what they ask for, or tell of their writer, is for Unpause alone. */
import type { Act } from './acts.ts';

const question = /^\/dri[ \t]+(?:status|help)[.,:;!?]*$/i;
/** Who takes or gives back a role, asks for time or help, or is away: as typed, understood or not. What is done says something. */
const formality = /^\/(?:dri(?![ \t]+done\b)|hold|wait|escalate|owner)(?![\w-])/i;

/** Nothing but `/dri status` or `/dri help`: whoever asks how things are has not moved them. */
export function isQuestion(act: Act): boolean {
  return holdsOnly(act, /[\r\n]+/, question);
}

/** Nothing but such a question, or other commands that say nothing about the RFC yet: no answer to anything. */
export function isAside(act: Act): boolean {
  return holdsOnly(act, /\r?\n[ \t]*\r?\n/, formality);
}

/** A command goes on to the end of its paragraph. A review has a verdict beside its words. */
function holdsOnly(act: Act, between: RegExp, meant: RegExp): boolean {
  if (act.kind !== 'comment') return false;
  const words = act.body.trim();
  return words.startsWith('/') && words.split(between).every((part) => part.trim() === '' || meant.test(part.trim()));
}
