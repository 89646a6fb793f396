/** `/withdraw`: one's own objections no longer stand. */
import { withoutObjections } from '../ladder/reconsider.ts';
import { allowedFor, leaveFor } from '../members.ts';
import { openObjections } from '../open-objections.ts';
import { defineCommand, type CommandContext, type Outcome } from './define-command.ts';
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
  const { record, speech, snapshot } = context;
  const own = openObjections(record).filter(({ by }) => by.id === speech.by.id);
  if (own.length === 0) return { ok: false, refusal: { why: 'no-objection' } };
  const refusal = own.some(({ isBinding }) => isBinding) ? whyNot(context) : null;
  if (refusal !== null) return { ok: false, refusal };
  const objections = record.objections.map((objection) => (own.includes(objection) ? { ...objection, withdrawnAt: speech.at } : objection));
  return { ok: true, record: withoutObjections({ ...record, objections }, { because: 'withdrawn', at: speech.at, objections: own }, snapshot) };
}

function whyNot(context: CommandContext): Refusal | null {
  const leave = leaveFor('withdraw', context.speech.by, context);
  if (leave === 'given') return null;
  return { why: leave === 'unknown' ? 'rights-unknown' : 'not-allowed', who: allowedFor('withdraw', context.config) };
}
