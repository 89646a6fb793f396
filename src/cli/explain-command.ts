import { nearestWord } from '../config/nearest-word.ts';
import { ruleUrl } from '../lint/rule-url.ts';
import { rules } from '../rules/registry.ts';
import { ruleDocs } from '../rules/rule-docs.generated.ts';
import { printOut } from './standard-streams.ts';
import { UserError } from '../files/user-error.ts';

/** `unpause explain RULE`: the rule's documentation, as Markdown. */
export async function explainCommand(typed: string): Promise<void> {
  const rule = rules.find(({ id }) => id === typed);
  if (rule === undefined) throw new UserError(unknownRule(typed));
  const withDomains = rule.withDomains === undefined ? '' : ` (${rule.withDomains} with domains)`;
  const traits = [`Default: ${rule.severity}${withDomains}`, ...(rule.fixable ? ['fixable'] : []), ...(rule.online ? ['online'] : [])].join(', ');
  const text = ruleDocs[rule.id] ?? rule.summary;
  await printOut(`# ${rule.id}\n\n${traits}\n\n${text.trim()}\n\n${ruleUrl(rule.id)}\n`);
}

function unknownRule(typed: string): string {
  const near = nearestWord(typed, rules.map(({ id }) => id));
  return `unknown rule '${typed}'; ${near === null ? '`unpause rules` lists those there are' : `did you mean \`unpause explain ${near}\`?`}`;
}
