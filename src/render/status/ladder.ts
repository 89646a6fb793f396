import type { Drift, Progress, Standing, Uncounted, Voiced } from '../../decision/ladder/progress.ts';
import { capitalized } from '../capitalized.ts';
import { fitItems } from '../fit-items.ts';
import { markdownLink } from '../markdown-link.ts';
import { missingText } from '../missing-text.ts';
import { renderDay, renderMoment } from '../moments.ts';
import { firstInWords, inertName, inWords } from '../names.ts';
import { howDecided, silenceMeans, underWhat } from '../rung-words.ts';
import { codeSpan } from '../users-words.ts';
import { canDo } from '../who-can.ts';
import type { StatusPlace } from './progress.ts';

type Place = Pick<StatusPlace, 'timezone' | 'allowed'>;

/**
 * How it is decided: by which rung, in which period, what silence means, whose voices there are and why each counts or
 * does not, what is needed first, and what has drifted. Empty where the owner decides with nobody to consult.
 */
export function ladderSection(progress: Progress | null, place: Place): string {
  if (progress === null || isPlain(progress)) return '';
  const { rung, domain, period, missing } = progress;
  const quorum = period === null || period.quorum === 0 ? null : period.quorum;
  const lines = [
    ...periodLines(progress, place),
    ...(missing.length === 0 ? ['**Needed first:** nothing more; it is the Decision Owner\'s turn.'] : [`**Needed first:** ${inWords(missing.map((each) => missingText(each, place.timezone)))}.`]),
    ...voicesLines(progress, place),
    ...driftLines(progress.drift, place),
  ];
  return `**How it is decided:** by ${underWhat({ rung, domain })}. ${howDecided({ rung, quorum }, 'The Decision Owner')}\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}

/** Nobody has set any rule, and nobody is asked. */
function isPlain({ rung, domain, period, missing }: Progress): boolean {
  return rung === 'consult' && domain === null && period === null && missing.length === 0;
}

function periodLines({ rung, period, closesAt }: Progress, { timezone }: Place): string[] {
  if (period === null || closesAt === null) return [];
  return [`**Decision period:** ${renderDay(period.from, timezone)} to ${renderMoment(closesAt, timezone)}${rung === 'consensus' ? ' at least' : ''}.`, `**What silence means:** ${silenceMeans(rung)}`];
}

/** In bytes of UTF-8. */
const roomForVoices = 1_200;

function voicesLines(progress: Progress, place: Place): string[] {
  if (progress.voices.length === 0) return [];
  const { text, left } = fitItems(progress.voices.map((voice) => `  - ${voiceText(voice, progress, place)}\n`), roomForVoices);
  return [`**Voices:**\n${text}${left > 0 ? `  - … and ${left} more, in the comments\n` : ''}`.trimEnd()];
}

const standings: Readonly<Record<Standing, string>> = {
  support: 'in favour',
  abstain: 'takes no side',
  heard: 'was heard',
  objects: 'objects',
  silent: 'no word so far',
};

/** After what they said; a voice that counts needs no reason on `consult`, where no view has to be followed. */
const reasons: Readonly<Record<Exclude<Uncounted, 'silent'>, string>> = {
  'before-change': 'counted once it is said of the text as it is now',
  late: 'came after the period was over, so it is read and stops nothing',
  'not-entitled': 'read, and not among those whose voices are asked for',
  'no-side': 'counted once they take a side, with `/support` or `/abstain`',
};

function voiceText({ person, standing, said, uncounted }: Voiced, { rung }: Progress, { timezone }: Place): string {
  if (said === null) return `${inertName(person)}: ${uncounted === null && rung === 'consent' ? 'no word, which is counted as consent' : standings.silent}`;
  const when = renderDay(said.at, timezone);
  const why = uncounted === null || uncounted === 'silent' ? 'counted' : reasons[uncounted];
  return `${inertName(person)}: ${standings[standing]} (${said.url === null ? when : markdownLink(when, said.url)}); ${why}`;
}

function driftLines(drift: readonly Drift[], { allowed }: Place): string[] {
  if (drift.length === 0) return [];
  const anew = canDo([['amend', 'take it over with `/amend WHY`']], allowed);
  return [['**Changed since the period began, without effect on it:**', `${capitalized(inWords(drift.map(driftText)))}.`, ...anew].join(' ')];
}

function driftText(drift: Drift): string {
  switch (drift.what) {
    case 'rung':
      return `the rung would be \`${drift.now}\``;
    case 'domain':
      return drift.now === null ? 'no domain would fit' : `the domain would be ${codeSpan(drift.now)}`;
    case 'zone':
      return `the zone would be \`${drift.now}\``;
    case 'joined':
      return `${firstInWords(drift.people.map(inertName))} would be asked too`;
    case 'left':
      return `${firstInWords(drift.people.map(inertName))} would be asked no more`;
    case 'times':
      return 'the times or the quorum would be others';
  }
}
