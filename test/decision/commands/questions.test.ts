import { describe, expect, it } from '@jest/globals';
import type { Speech } from '../../../src/decision/acts.ts';
import { peopleToAsk } from '../../../src/decision/commands/questions.ts';
import { aComment, bob, carol, dan, robot } from '../../support/a-command-context.ts';

function asked(...speeches: readonly Partial<Speech>[]): string[] {
  return peopleToAsk(speeches.map((parts): Speech => ({ ...aComment({ by: carol }), ...(parts as object) })));
}

describe('peopleToAsk', () => {
  it.each([
    ['nobody for a plain comment', '@dan what do you think?', []],
    ['nobody for what is only near to a command', '/dir take', []],
    ['nobody for a quotation', '> /dri take', []],
    ['who wrote a command', '/dri take', ['carol']],
    ['who said the sentence', "I'll take temporary DRI on this", ['carol']],
    ['whom a command names', '/dri assign @dan\n/escalate to @erin-x Help.\n/owner @Bob_acme She is away.', ['carol', 'dan', 'erin-x', 'Bob_acme']],
    ['each once', '/dri assign @Dan\n/dri assign @dan', ['carol', 'dan']],
    ['no team', '/dri assign @acme/infra', ['carol']],
    ['nobody whom the reason only mentions', '/object What @dan said.', ['carol']],
    ['nobody beyond the commands that are run', `${'/support\n'.repeat(20)}/dri assign @dan`, ['carol']],
  ])('asks about %s', (_, body, expected) => {
    expect(asked({ body })).toEqual(expected);
  });

  it('asks about all who wrote, and not for what is never run', () => {
    const body = '/support';
    expect(asked({ body, by: dan }, { body, by: robot }, { body, by: bob, isEdited: true }, { body, by: bob, isOwn: true }, { body, by: carol })).toEqual(['dan', 'carol']);
  });
});
