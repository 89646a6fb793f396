/** What the pages say in a few words, where a comment would say it in a sentence. Plain text: whoever shows it escapes it. */
import type { Rung, Zone } from '../config/schema-domains.ts';
import type { PauseKind } from '../config/schema-pause.ts';
import type { Drift, Missing, Standing, Uncounted } from '../decision/ladder/progress.ts';
import type { LogResult, LogVoice } from '../decision/log/entry.ts';
import type { AwaitedFor } from '../decision/open-rfc.ts';
import { capitalized } from './capitalized.ts';
import { countOf } from './count-of.ts';
import { inWords } from './names.ts';
import { nextSteps } from './next-steps.ts';

/** As a heading over those that wait for it; null: for nobody. */
export function awaitsHeading(pause: PauseKind | null): string {
  return pause === null ? 'Nobody: a draft, or a planned wait' : capitalized(nextSteps[pause].awaits);
}

export const awaitedForWords: Readonly<Record<AwaitedFor, string>> = {
  pause: 'it waits for you, or for a team of yours',
  voice: 'your view is asked for',
  dri: 'you drive its next step',
  help: 'your help to decide was asked for',
};

/** As one of several to choose from. */
export const resultNames: Readonly<Record<LogResult, string>> = {
  accepted: 'Accepted',
  rejected: 'Rejected',
  deferred: 'Deferred',
  superseded: 'Superseded by a later one',
  'merged-without-decision': 'Merged without a decision',
};

/** How a decision comes about on a rung, and what silence means there. */
export const rungWords: Readonly<Record<Rung, { rule: string; silence: string }>> = {
  delegate: { rule: 'the Decision Owner decides', silence: 'Nobody is waited for.' },
  consult: { rule: 'the Decision Owner decides once everybody who is asked was heard', silence: 'Silence until the end of the period goes on record, and the owner may decide.' },
  consent: { rule: 'it is accepted unless somebody entitled objects with a reason', silence: 'Silence until the end of the period is consent.' },
  consensus: { rule: 'everybody entitled supports it or abstains', silence: 'Silence is not an answer: it is waited for.' },
};

export const zoneWords: Readonly<Record<Zone, string>> = {
  local: 'local: it concerns those who decide it',
  'principle-check': 'principle-check: a look at the principles may be worth it',
  'centre-aware': 'centre-aware: the stewards are told of it, and approve nothing',
};

export const standingWords: Readonly<Record<Standing | LogVoice['stance'], string>> = {
  support: 'supports it',
  abstain: 'abstains',
  heard: 'was heard',
  objects: 'objects',
  silent: 'said nothing so far',
};

/** Why a voice does not count, or not yet. */
export const uncountedWords: Readonly<Record<Uncounted, string>> = {
  'before-change': 'it was said before the text changed',
  late: 'it came after the period had ended: it is shown, and read',
  'not-entitled': 'whoever said it is not among those asked: it is shown, and read',
  silent: 'nothing was said so far',
  'no-side': 'it takes no side, and this rung asks for one',
};

/** What a decision still needs; `day` words an instant. */
export function missingWords(missing: Missing, day: (instant: string) => string): string {
  switch (missing.what) {
    case 'not-begun':
      return 'Its period has not begun: it begins with the call that tells everybody of it.';
    case 'period':
      return `Its period runs until ${day(missing.until)}, at least.`;
    case 'voices':
      return `Waits for ${inWords(missing.people.map(nameOf))}.`;
    case 'objections':
      return `${countOf(missing.objections.length, 'open objection')}, by ${inWords(missing.objections.map(({ by }) => nameOf(by)))}.`;
    case 'quorum':
      return missing.more === 1 ? 'One more person would have to support it.' : `${missing.more} more people would have to support it.`;
    case 'nobody-entitled':
      return 'Nobody is named who could agree.';
    case 'team-unknown':
      return `GitHub does not show who is in ${inWords([...missing.teams])}.`;
    case 'person-unknown':
      return `It is not known who is meant by ${inWords(missing.names.map((name) => `“${name}”`))}.`;
  }
}

export function driftWords(drift: Drift): string {
  switch (drift.what) {
    case 'rung':
      return `the rung would be ${drift.now}`;
    case 'domain':
      return drift.now === null ? 'it would belong to no domain' : `the domain would be ${drift.now}`;
    case 'zone':
      return `the zone would be ${drift.now}`;
    case 'joined':
      return `${inWords(drift.people.map(nameOf))} would be asked too`;
    case 'left':
      return `${inWords(drift.people.map(nameOf))} would not be asked`;
    case 'times':
      return 'the times would be others';
  }
}

function nameOf({ login }: { login: string }): string {
  return `@${login}`;
}
