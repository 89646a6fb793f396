import { describe, expect, it } from '@jest/globals';
import { defaultConfig } from '../../src/config/schema.ts';
import { groupReports } from '../../src/decision/merge-group.ts';
import { aDocument, aSnapshot, now, ownerless } from '../support/a-snapshot.ts';

const passes = aSnapshot();
const fails = aSnapshot({ documents: [aDocument({ text: ownerless })], rfc: { number: 8 } });
const noRfc = aSnapshot({ rfc: { labels: [], number: 9 }, documents: [] });

function conclusions(members: Parameters<typeof groupReports>[0]['members'], config = defaultConfig) {
  return groupReports({ members }, config, now).map(({ name, conclusion }) => `${name} = ${conclusion}`);
}

describe('groupReports', () => {
  it.each([
    ['the only pull request', [passes], ['document = success']],
    ['the worst of several', [passes, fails, noRfc], ['document = failure']],
    ['success over no RFC', [noRfc, passes], ['document = success']],
    ['no RFC at all', [noRfc], ['document = neutral']],
    ['nothing, where nobody asked for checks', [aSnapshot({ rfc: { labels: [] }, rules: { isConfigured: false } })], []],
  ])('concludes as %s does', (_, members, expected) => {
    expect(conclusions(members)).toEqual(expected);
  });

  it('reports the decision too where one is required', () => {
    expect(conclusions([passes, noRfc], { ...defaultConfig, 'require-decision': true })).toEqual(['document = success', 'decision = action_required']);
  });
});
