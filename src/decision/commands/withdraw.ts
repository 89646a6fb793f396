/** `/withdraw`: one's own objections no longer stand. */
import { allowedFor, leaveFor } from '../members.ts';
import { defineCommand, type CommandContext, type Outcome } from './define-command.ts';
import { openObjections } from './object.ts';
import type { Refusal } from './verdict.ts';

/** Who may withdraw what binds is what the config says; what binds nobody, whoever said it may take back. */
export const withdraw = defineCommand<null>({
  name: 'withdraw',
  permission: null,
  usage: '/withdraw',
  help: 'Withdraw your objections.',
  example: '/withdraw',
  whenClosed: true,
  read: () => ({ ok: true, args: null }),
  run: (_, context) => withdrawOwn(context),
});

function withdrawOwn(context: CommandContext): Outcome {
  const { record, speech } = context;
  const own = openObjections(record).filter(({ by }) => by.id === speech.by.id);
  if (own.length === 0) return { ok: false, refusal: { why: 'no-objection' } };
  const refusal = own.some(({ isBinding }) => isBinding) ? whyNot(context) : null;
  if (refusal !== null) return { ok: false, refusal };
  const objections = record.objections.map((objection) => (own.includes(objection) ? { ...objection, withdrawnAt: speech.at } : objection));
  return { ok: true, record: { ...record, objections } };
}

function whyNot(context: CommandContext): Refusal | null {
  const leave = leaveFor('withdraw', context.speech.by, context);
  if (leave === 'given') return null;
  return { why: leave === 'unknown' ? 'rights-unknown' : 'not-allowed', who: allowedFor('withdraw', context.config) };
}
