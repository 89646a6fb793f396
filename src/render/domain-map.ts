/** The map "who decides what" as Markdown. Names stand in code, where they notify nobody. */
import type { DomainEntry, DomainMap } from '../decision/domain-map.ts';
import type { Rung, Zone } from '../config/schema-domains.ts';
import { inWords } from './names.ts';
import { markdownText } from './markdown-text.ts';
import { codeSpan } from './users-words.ts';

const rungMeanings: Readonly<Record<Rung, string>> = {
  delegate: 'the Decision Owner decides',
  consult: 'the Decision Owner decides, once those to consult were heard',
  consent: 'the Decision Owner decides, where no reasoned objection is open at the end',
  consensus: 'the Decision Owner decides, where everybody entitled supports or abstains',
};

const zoneMeanings: Readonly<Record<Zone, string>> = {
  local: 'it is theirs alone',
  'principle-check': 'a cited principle may be worth a look',
  'centre-aware': 'the stewards are told as it begins and once it is decided, and approve nothing',
};

/** A section for each domain, and one for what fits none. */
export function renderDomainMap({ domains, elsewhere, stewards }: DomainMap): string {
  const parts = [
    '# Who decides what',
    ...domains.map((domain) => [`## ${markdownText(domain.name)}`, ...(domain.about === '' ? [] : [markdownText(domain.about)]), factsOf(domain)].join('\n\n')),
    [domains.length === 0 ? '## Everything' : '## Everything else', factsOf({ ...elsewhere, consult: [], topics: [], when: null })].join('\n\n'),
    ...(stewards.length === 0 ? [] : [`The way of deciding itself is looked after by ${handles(stewards, 'and')}.`]),
  ];
  return `${parts.join('\n\n')}\n`;
}

type Facts = Omit<DomainEntry, 'name' | 'about' | 'when'> & { when: DomainEntry['when'] | null };

function factsOf({ owners, rung, period, zone, consult, escalation, topics, when }: Facts): string {
  const facts: readonly [name: string, text: string][] = [
    ['Who may own a decision', owners.length === 0 ? 'anybody' : handles(owners, 'or')],
    ['How', `${codeSpan(rung)}: ${rungMeanings[rung]}${period === null ? '' : ` (${period.min} to ${period.max})`}`],
    ['How far it reaches', `${codeSpan(zone)}: ${zoneMeanings[zone]}`],
    ['Whose thoughts are asked for', consult.length === 0 ? '' : handles(consult, 'and')],
    ['Who helps to decide', escalation.length === 0 ? '' : handles(escalation, 'then')],
    ['Topics', listed(topics)],
    ['What belongs here', when === null ? '' : belongs(when)],
  ];
  return facts.filter(([, text]) => text !== '').map(([name, text]) => `- **${name}:** ${text}`).join('\n');
}

function belongs({ fields, labels, paths }: DomainEntry['when']): string {
  const ways = [`the field *Domain* says ${inWords(fields.map(codeSpan), 'or')}`];
  if (labels.length > 0) ways.push(`the label ${inWords(labels.map(codeSpan), 'or')}`);
  if (paths.length > 0) ways.push(`files like ${listed(paths)}`);
  return ways.join('; else ');
}

function handles(names: readonly string[], word: 'and' | 'or' | 'then'): string {
  const shown = names.map((name) => codeSpan(`@${name.replace(/^@/, '')}`));
  return word === 'then' ? shown.join(', then ') : inWords(shown, word);
}

function listed(texts: readonly string[]): string {
  return texts.map(codeSpan).join(', ');
}
