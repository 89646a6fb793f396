/** The parts of an RFC's story in a few words each; plain text. */
import type { Lane, StoryPart } from '../decision/story.ts';

export const laneWords: Readonly<Record<Lane, string>> = {
  decision: 'Decision',
  period: 'Period',
  voices: 'Voices',
  objections: 'Objections',
  driving: 'Next step',
  help: 'Help asked for',
  waits: 'Planned waits',
};

const words: Readonly<Record<StoryPart['what'], string>> = {
  opened: 'opened',
  accept: 'accepted',
  reject: 'rejected',
  defer: 'deferred',
  merged: 'merged without a decision',
  confirmed: 'confirmed',
  reopened: 'opened again',
  amended: 'asked anew, with a new period',
  reworded: 'the text changed',
  period: 'the decision period',
  support: 'support',
  abstain: 'abstention',
  objection: 'an objection',
  term: 'a temporary DRI drives the next step',
  escalation: 'help to decide was asked for',
  wait: 'a planned pause',
  hold: 'more time to think',
  outcome: 'a look back at how it turned out',
};

export function partWords({ what, isStretch, until, why }: StoryPart): string {
  const said = what === 'period' && why !== null ? `the decision period, on the rung ${why}` : words[what];
  return isStretch && until === null && what !== 'period' ? `${said}, which goes on` : said;
}
