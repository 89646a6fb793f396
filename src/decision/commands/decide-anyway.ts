/** `/decide anyway accept|reject|defer WHY`: the owner does not wait for what the rung asks for. It stands out in the log. */
import { readDecision } from './decide.ts';
import { defineCommand } from './define-command.ts';
import { makeDecision, type Decided } from './make-decision.ts';

const example = '/decide anyway accept The certificate expires tonight.';

/** Where the rung is satisfied it is a decision like any other. */
export const decideAnyway = defineCommand<Decided>({
  name: 'decide anyway',
  permission: 'decide-anyway',
  usage: '/decide anyway accept|reject|defer WHY',
  help: 'Decide before the rung is satisfied; it stands out in the log, with what was missing.',
  example,
  whenClosed: true,
  read: (rest) => readDecision(rest, example),
  run: (decided, context) => makeDecision(decided, context, { mayBeAnyway: true }),
});
