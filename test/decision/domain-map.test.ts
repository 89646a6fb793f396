import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config/parse.ts';
import { domainMapOf, type DomainMap } from '../../src/decision/domain-map.ts';
import { renderDomainMap } from '../../src/render/domain-map.ts';
import { rules } from '../../src/rules/registry.ts';

function mapOf(yaml: string): DomainMap {
  const parsed = parseConfig(yaml, { rules });
  if (!parsed.ok) throw new Error(parsed.mistakes.map(({ message }) => message).join('; '));
  return domainMapOf(parsed.config);
}

const full = mapOf(`
escalation: {path: [erin]}
stewards: {pool: [acme/stewards, frida]}
decision: {periods: {consent: {min: 3 working days, max: 10 working days}}}
domains:
  api:
    about: What other teams build on.
    when: {field: [Public API], labels: [api], paths: ['api/**']}
    owners: [alice, acme/api]
    rung: consent
    zone: centre-aware
    consult: [acme/sdk]
    escalation: [bob, erin]
    topics: [Versioning, Errors]
  lunch: {rung: delegate}
`);

describe('domainMapOf', () => {
  it('says who decides what, and how', () => {
    expect(full).toEqual({
      version: 1,
      domains: [
        {
          name: 'api', about: 'What other teams build on.', owners: ['alice', 'acme/api'], rung: 'consent', period: { min: '3 working days', max: '10 working days' }, zone: 'centre-aware',
          consult: ['acme/sdk'], escalation: ['bob', 'erin'], topics: ['Versioning', 'Errors'], when: { fields: ['api', 'Public API'], labels: ['api'], paths: ['api/**'] },
        },
        { name: 'lunch', about: '', owners: [], rung: 'delegate', period: null, zone: 'local', consult: [], escalation: ['erin'], topics: [], when: { fields: ['lunch'], labels: [], paths: [] } },
      ],
      elsewhere: { owners: [], rung: 'consult', period: { min: '1 working day', max: '5 working days' }, zone: 'local', escalation: ['erin'] },
      stewards: ['acme/stewards', 'frida'],
    });
  });

  it('says what holds where there are no domains', () => {
    expect(mapOf('')).toMatchObject({ domains: [], elsewhere: { owners: [], rung: 'consult', zone: 'local', escalation: [] }, stewards: [] });
  });
});

describe('renderDomainMap', () => {
  it('shows the map as Markdown', () => {
    expect(renderDomainMap(full)).toBe(`# Who decides what

## api

What other teams build on.

- **Who may own a decision:** \`@alice\` or \`@acme/api\`
- **How:** \`consent\`: the Decision Owner decides, where no reasoned objection is open at the end (3 working days to 10 working days)
- **How far it reaches:** \`centre-aware\`: the stewards are told as it begins and once it is decided, and approve nothing
- **Whose thoughts are asked for:** \`@acme/sdk\`
- **Who helps to decide:** \`@bob\`, then \`@erin\`
- **Topics:** \`Versioning\`, \`Errors\`
- **What belongs here:** the field *Domain* says \`api\` or \`Public API\`; else the label \`api\`; else files like \`api/**\`

## lunch

- **Who may own a decision:** anybody
- **How:** \`delegate\`: the Decision Owner decides
- **How far it reaches:** \`local\`: it is theirs alone
- **Who helps to decide:** \`@erin\`
- **What belongs here:** the field *Domain* says \`lunch\`

## Everything else

- **Who may own a decision:** anybody
- **How:** \`consult\`: the Decision Owner decides, once those to consult were heard (1 working day to 5 working days)
- **How far it reaches:** \`local\`: it is theirs alone
- **Who helps to decide:** \`@erin\`

The way of deciding itself is looked after by \`@acme/stewards\` and \`@frida\`.
`);
  });

  it('shows one rule for everything where there are no domains', () => {
    expect(renderDomainMap(mapOf(''))).toContain('## Everything\n');
  });
});
