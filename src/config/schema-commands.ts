/** Who may use which command. What each command does, and what else it asks for, `decision/commands` knows. */
import * as z from 'zod/mini';
import { key, named, oneOrMore, section } from './schema-parts.ts';
import { mentioned } from './schema-people.ts';

/** Who may be allowed a command, by their part in the RFC or by their rights in the repository (or higher ones). */
const commandRoles = ['anyone', 'members', 'asked', 'author', 'owner', 'dri', 'domain-owners', 'triage', 'write', 'maintain', 'admin', 'nobody'] as const;
type CommandRole = (typeof commandRoles)[number];

const whoExpected = `one of ${commandRoles.join(', ')}, or a person or team with its @`;

/** Resolved: a list of roles, and of people and teams with their `@`, which tells them from roles. */
const Who = named(
  oneOrMore(z.union([z.enum(commandRoles), mentioned(whoExpected)], whoExpected), `${whoExpected}, or a list of such`),
  'role or mention, or list of these',
);

function who(command: string, allowed: CommandRole[]) {
  return key(Who, allowed, `Who may use \`${command}\`.`);
}

export const Commands = section(
  {
    'dri-take': who('/dri take', ['members']),
    'dri-assign': who('/dri assign', ['triage']),
    'dri-hand': who('/dri hand', ['dri', 'triage']),
    'dri-pass': who('/dri pass', ['dri']),
    'dri-extend': who('/dri extend', ['dri']),
    'dri-done': who('/dri done', ['dri', 'triage']),
    'dri-release': who('/dri release', ['dri', 'triage']),
    'dri-away': key(Who, ['members'], 'Who may use `/dri away` and `/dri back`, for themselves.'),
    escalate: who('/escalate', ['members']),
    decide: key(Who, ['owner'], 'Who may use `/decide`; with `dri.may-decide` the temporary DRI as well.'),
    'decide-confirm': who('/decide confirm', ['owner']),
    'decide-anyway': who('/decide anyway', ['owner']),
    reopen: who('/reopen', ['owner']),
    amend: who('/amend', ['owner']),
    owner: who('/owner', ['triage', 'domain-owners']),
    object: key(Who, ['members', 'asked'], 'Whose `/object` binds; anybody else\'s is shown.'),
    withdraw: key(Who, ['members', 'asked'], 'Who may use `/withdraw`, for their own objection.'),
    answer: who('/answer', ['author', 'owner']),
    'set-aside': who('/set-aside', ['owner']),
    editorial: who('/editorial', ['owner']),
    support: who('/support', ['members', 'asked']),
    abstain: who('/abstain', ['members', 'asked']),
    hold: who('/hold', ['asked']),
    cite: who('/cite', ['members']),
    tension: who('/tension', ['members']),
    outcome: who('/outcome', ['owner']),
    wait: who('/wait', ['author', 'owner', 'dri']),
  },
  `Who may use which command (\`/dri take\` is \`dri-take\`): a role (${commandRoles.map((role) => `\`${role}\``).join(', ')}), a person or team with its \`@\`, or a list of these. \`asked\` is whose input was asked for; \`triage\`, \`write\`, \`maintain\` and \`admin\` are rights in the repository, or higher ones.`,
);
