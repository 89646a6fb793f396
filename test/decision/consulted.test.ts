import { describe, expect, it } from '@jest/globals';
import { consultedIn, loginsConsulted, unknownConsulted } from '../../src/decision/consulted.ts';
import { defaultConfig } from '../../src/config/schema.ts';
import { everybody } from '../support/a-command-context.ts';
import { aDocument, aSnapshot } from '../support/a-snapshot.ts';

const people = { 'Erin Moss': 'erin', 'Gone Girl': '@gone' };

function rfc(...fields: string[]) {
  return aSnapshot({ people: everybody, documents: fields.map((field) => aDocument({ config: { ...defaultConfig, people }, text: `# T\n\n**Decision Owner**: @alice\n**Consulted**: ${field}\n` })) });
}

const named = (field: string) => consultedIn(rfc(field)).map((one) => ('team' in one ? one.team : one.login));

describe('those to consult', () => {
  it('are the people whom the field names by handle or by a name that the config knows, and teams', () => {
    expect(named('@carol, Erin Moss, @acme/infra')).toEqual(['carol', 'erin', 'acme/infra']);
    expect(loginsConsulted(rfc('@carol, Erin Moss, https://github.com/dan, @acme/infra'))).toEqual(['carol', 'erin', 'dan']);
  });

  it.each([
    ['a name without a handle', 'Carol Smith, @dan', ['Carol Smith']],
    ['a handle that GitHub does not show', '@no-such-user', ['@no-such-user']],
    ['a name that the config gives such a handle', 'Gone Girl', ['Gone Girl']],
    ['nobody else', '@carol, Erin Moss, @acme/infra', []],
    ['nobody where nobody is named', 'TBD', []],
    ['nobody where a name is linked to a profile', '[Dan](https://github.com/dan)', []],
    ['nobody where nobody applies', 'n.a.', []],
  ])('are not known where the field names %s', (_, field, unknown) => {
    expect(unknownConsulted(rfc(field))).toEqual(unknown);
  });

  it('are named by a link to their profile, and one to an item of a list', () => {
    expect(named('\n- [Carol Smith](https://github.com/carol)\n- @dan')).toEqual(['carol', 'dan']);
  });

  it('are not known once, however often they are named', () => {
    expect(unknownConsulted(rfc('Carol Smith', 'carol smith'))).toEqual(['carol smith']);
  });
});
