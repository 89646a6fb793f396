/** `/dri pass [WHY]`: declines the role; no reason is owed, and none is kept. */
import { activeTerm, endTerm } from '../term.ts';
import { defineCommand } from './define-command.ts';

export const driPass = defineCommand({
  name: 'dri pass',
  permission: 'dri-pass',
  usage: '/dri pass [WHY]',
  help: 'Decline; no reason owed. Somebody else is asked, and you are not asked again about this RFC.',
  example: '/dri pass',
  whenClosed: false,
  read: () => ({ ok: true, args: null }),
  run(_, { record, speech, source }) {
    const active = activeTerm(record);
    if (active === null) return { ok: false, refusal: { why: 'no-dri' } };
    const ended = endTerm(record, { at: speech.at, how: 'passed', source });
    const passed = [...new Set([...record.passed, active.holder.id])];
    return { ok: true, record: { ...ended, passed } };
  },
});
