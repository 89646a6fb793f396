import type { Heard } from '../../decision/pause-facts.ts';
import type { Voice } from '../../decision/record-schema.ts';
import { heardText } from '../heard-text.ts';
import { firstInWords, inertName } from '../names.ts';
import type { StatusPlace } from './progress.ts';

/** Who has been heard, who was asked too, and who said so with a command. Empty where nobody was asked or spoke. */
export function heardSection(heard: Heard, voices: readonly Voice[], { timezone }: StatusPlace): string {
  return [...heardText(heard, timezone), ...stanceLine('Support', 'support', voices), ...stanceLine('Abstain', 'abstain', voices)].join('\n\n');
}

/** Of several words by one person the last counts. */
function stanceLine(title: string, stance: Voice['stance'], voices: readonly Voice[]): string[] {
  const last = new Map(voices.map((voice) => [voice.by.id, voice]));
  const names = [...last.values()].filter((voice) => voice.stance === stance).map(({ by }) => inertName(by));
  return names.length === 0 ? [] : [`**${title}:** ${firstInWords(names)}.`];
}
