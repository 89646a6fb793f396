/** The rungs of the decision ladder in words: how it is decided, by when, and what silence means. */
import { parseDuration, renderDuration } from '../config/duration.ts';
import type { Rung } from '../config/schema-domains.ts';
import type { Period } from '../decision/record-schema.ts';
import { countOf } from './count-of.ts';
import { renderMoment } from './moments.ts';
import { codeSpan } from './users-words.ts';

/** `consent` in the domain `api`, as code. */
export function underWhat({ rung, domain }: { rung: Rung; domain: string | null }): string {
  return `\`${rung}\`${domain === null ? '' : ` (domain ${codeSpan(domain)})`}`;
}

/** A sentence that begins with who decides. `quorum` is how many have to support, where it is known. */
export function howDecided({ rung, quorum }: { rung: Rung; quorum: number | null }, decider: string): string {
  const support = quorum === null ? '' : ` (${countOf(quorum, 'person').replace('persons', 'people')} at least in support)`;
  const words: Readonly<Record<Rung, string>> = {
    delegate: `${decider} makes the call, and nobody has to be asked first.`,
    consult: `${decider} makes the call after hearing everybody who is asked, and is free to see it differently.`,
    consent: `${decider} makes the call once the period is over and no reasoned objection is open. Nobody has to be in favour.`,
    consensus: `${decider} makes the call once everybody who is asked supports it or abstains${support}, and no objection is open.`,
  };
  return words[rung];
}

/** A sentence for the beginning of a period. */
export function silenceMeans(rung: Rung): string {
  return silence[rung];
}

const silence: Readonly<Record<Rung, string>> = {
  delegate: 'nothing, as nobody has to answer.',
  consult: 'once the period is over, the call can be made without those who said nothing, and the log tells that they were asked.',
  consent: 'silence is consent. Whoever says nothing until the period is over has no objection; what comes later is shown, and stops nothing.',
  consensus: 'silence is not yet. The decision waits for a word from everybody who is asked, however long that takes.',
};

/** By when, as it was announced: a sentence. */
export function untilWhen({ rung, until, last, more }: Period, timezone: string): string {
  const [first, latest] = [renderMoment(until, timezone), renderMoment(last, timezone)];
  const words: Readonly<Record<Rung, string>> = {
    delegate: 'at any time.',
    consult: `as soon as everybody was heard, not before ${first}, and without waiting any longer from ${latest} on.`,
    consent: `until ${first}. Where an objection is withdrawn or set aside, there ${isOne(more) ? 'is' : 'are'} at least ${durationInWords(more)} more to look again, up to ${latest}; where the text changes, as much in any case.`,
    consensus: `not before ${first}, and from then on as soon as everybody has said where they stand.`,
  };
  return words[rung];
}

function isOne(duration: string): boolean {
  return duration.startsWith('1 ');
}

/** `2 working days` */
function durationInWords(text: string): string {
  const read = parseDuration(text);
  return read.ok ? renderDuration(read.duration) : text;
}
