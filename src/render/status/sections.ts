/**
 * The part of the status comment that says how an RFC moves: pure functions, one for each section, that give "" where
 * there is nothing to say. None speaks of "ago" or "left": time alone changes no text.
 */
import { isOpen } from '../../decision/open-objections.ts';
import type { Objection, Voice } from '../../decision/record-schema.ts';
import { commandsSection } from './commands.ts';
import { decisionSection } from './decision.ts';
import { driSection } from './dri.ts';
import { escalationsSection } from './escalations.ts';
import { heardSection } from './heard.ts';
import { ladderSection } from './ladder.ts';
import { earlierSection, principlesSection, toldSection } from './learning.ts';
import { namedOwnerSection } from './named-owner.ts';
import { objectionsSection } from './objections.ts';
import { outcomeSection } from './outcome.ts';
import { ownersChangedSection } from './owners-changed.ts';
import type { Progress, StatusPlace } from './progress.ts';
import { stewardSection } from './steward.ts';
import { tensionsSection } from './tensions.ts';
import { waitsForSection } from './waits-for.ts';
import { waitsSection } from './waits.ts';

/** What stands above the findings, in the contract's order. */
export function progressSections(progress: Progress, place: StatusPlace): string[] {
  const { record, learning } = progress;
  return [
    earlierSection(learning, place),
    ownersChangedSection(record, place),
    namedOwnerSection({ ...record, outside: progress.outside }, place),
    decisionSection(progress, place),
    ladderSection(progress.ladder, place),
    outcomeSection(progress, place),
    driSection(progress.active, place),
    waitsForSection(progress.pause, place),
    stewardSection(progress.needsSteward, place),
    waitsSection(progress.waits, place),
    heardSection(progress.heard, record.voices.filter((voice) => !isOverruled(voice, record.objections)), place),
    objectionsSection(record.objections, place),
    escalationsSection(record.escalations, place),
    principlesSection(learning, place),
    tensionsSection(record.tensions, place),
    toldSection(learning),
  ].filter((section) => section !== '');
}

/** Who objects since does not support it any more, whatever they said before. */
function isOverruled({ by, at }: Voice, objections: readonly Objection[]): boolean {
  return objections.some((objection) => isOpen(objection) && objection.by.id === by.id && Date.parse(objection.at) >= Date.parse(at));
}

/** What stands below the findings. */
export function closingSections({ commands }: Pick<Progress, 'commands'>): string[] {
  return [commandsSection(commands)].filter((section) => section !== '');
}

/** What is worth reading once the RFC is closed: what was decided, and by whom it was meant to be. */
export function closedSections(progress: Progress, place: StatusPlace): string[] {
  const { record } = progress;
  return [ownersChangedSection(record, place), namedOwnerSection({ ...record, outside: null }, place), decisionSection(progress, place), outcomeSection(progress, place), principlesSection(progress.learning, place), objectionsSection(record.objections, place)].filter((section) => section !== '');
}
