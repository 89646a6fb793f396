/** `/abstain`: be counted as heard, without taking a side. */
import { defineCommand } from './define-command.ts';
import { voiceCommand } from './support.ts';

export const abstain = defineCommand(voiceCommand('abstain', 'Be counted as heard, without taking a side.'));
