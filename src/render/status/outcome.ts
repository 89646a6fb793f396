import type { OutcomeReview } from '../../decision/record-schema.ts';
import { renderDate, renderDay } from '../moments.ts';
import { inertName } from '../names.ts';
import { sourceLink } from '../source-link.ts';
import { givenReason } from '../users-words.ts';
import { whoCan } from '../who-can.ts';
import type { Progress, StatusPlace } from './progress.ts';

const judged: Readonly<Record<OutcomeReview['outcome'], string>> = { kept: 'It was kept', changed: 'It was changed', reversed: 'It was reversed' };

/** How the decision in force turned out, or when its owner looks back at it. Empty where nobody said. */
export function outcomeSection({ decided, record }: Pick<Progress, 'decided' | 'record'>, { rfcUrl, timezone, allowed }: StatusPlace): string {
  if (decided?.decision.reopened !== null) return '';
  const { decision } = decided;
  if (decision.reviewed !== null) {
    const { outcome, by, why, at, source } = decision.reviewed;
    return `**How it turned out:** ${judged[outcome]}, as ${inertName(by)} wrote on ${renderDay(at, timezone)}${givenReason(why)} (${sourceLink(rfcUrl, source)}).`;
  }
  if (record.reviewOn === null) return '';
  const ways = whoCan([['outcome', 'say with `/outcome kept WHY` (or `changed`, or `reversed`) what came of it']], allowed);
  return `**Looking back:** on ${renderDate(record.reviewOn)}${ways === '' ? '' : `, ${ways}`}.`;
}
