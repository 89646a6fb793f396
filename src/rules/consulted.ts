/**
 * From the rung `consult` up, somebody other than the Decision Owner is named to consult.
 *
 * A decision that hears others is only as good as whom it hears. Who is asked by name knows it and answers; "feedback
 * welcome" asks nobody. They are named in the document (`**Consulted**: @bob, @acme/sdk`) or in `consult` of its domain.
 * The rung is the document's, else the domain's; without either, nothing is reported.
 *
 * Off until `domains` are configured, then a warning, which blocks nothing.
 */
import { rungs } from '../config/schema-domains.ts';
import { excerpt } from '../lint/excerpt.ts';
import { consultedIn, valueSpan, valueText } from '../lint/facts.ts';
import { titleSpan } from '../lint/insert-field.ts';
import { onlyDomain } from '../lint/only-domain.ts';
import { readRung } from '../lint/read-rung.ts';
import type { RuleContext } from '../lint/rule.ts';
import { defineRule } from './define-rule.ts';

type Context = RuleContext<null>;

/** The rung as a message names it, and whether it asks for people to consult; null where neither document nor domain says. */
function askingRung(context: Context): { shown: string; asksPeople: boolean } | null {
  const field = context.facts.fields.get('rung');
  const own = field === undefined ? null : readRung(valueText(field));
  const only = onlyDomain(context);
  const rung = own ?? only?.asks.rung;
  if (rung === undefined) return null;
  const shown = own === null && only !== null ? `rung \`${rung}\` of the ${only.shown}` : `rung \`${rung}\``;
  return { shown, asksPeople: rungs.indexOf(rung) >= rungs.indexOf('consult') };
}

function reportNobody(rung: string, { document, facts, report }: Context): void {
  const field = facts.fields.get('consulted');
  if (field === undefined && document.source.carriedBy !== undefined) return;
  const place = field === undefined ? titleSpan(document) : valueSpan(field);
  report({ message: `Missing people to consult, expected somebody named such as \`**Consulted**: @bob\`: the ${rung} asks for their thoughts`, ...place });
}

export const consulted = defineRule({
  id: 'consulted',
  summary: 'From the rung `consult` up, somebody other than the Decision Owner is named to consult.',
  severity: 'off',
  withDomains: 'warning',
  fixable: false,
  online: false,
  options: null,
  check(context) {
    const rung = askingRung(context);
    if (rung === null) return;
    const owners = new Set(context.facts.owners[0]?.people.flatMap(({ login }) => login?.toLowerCase() ?? []));
    const isOwner = (login: string | null): boolean => login !== null && owners.has(login.toLowerCase());
    const named = consultedIn(context.facts, context.document, context.book);
    for (const { text, start, end } of named.filter(({ login }) => isOwner(login))) {
      context.report({ message: `Unexpected owner \`${excerpt(text)}\` among those to consult, expected other people: the owner decides, and hears them`, start, end });
    }
    const inDomain = onlyDomain(context)?.asks.consult.some((handle) => !isOwner(handle)) ?? false;
    if (rung.asksPeople && named.length === 0 && !inDomain) reportNobody(rung.shown, context);
  },
});
