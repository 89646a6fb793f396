/** `/support`: be counted as heard, in favour. */
import { defineCommand, type CommandContext, type CommandDefinition } from './define-command.ts';
import type { Voice } from '../record-schema.ts';
import { speakerOf } from './speaker.ts';

export const support = defineCommand(voiceCommand('support', 'Be counted as heard, in favour.'));

/** A command that says where somebody stands. Words after it are for people: they change nothing. */
export function voiceCommand(stance: Voice['stance'], help: string): CommandDefinition<null> {
  return {
    name: stance,
    permission: stance,
    usage: `/${stance}`,
    help,
    example: `/${stance}`,
    whenClosed: false,
    read: () => ({ ok: true, args: null }),
    run: (_, context) => ({ ok: true, record: withVoice(stance, context) }),
  };
}

/** The latest voice of a person counts. */
function withVoice(stance: Voice['stance'], context: CommandContext): CommandContext['record'] {
  const { record, speech, source } = context;
  const others = record.voices.filter(({ by }) => by.id !== speech.by.id);
  return { ...record, voices: [...others, { by: speakerOf(context), stance, at: speech.at, source }] };
}
