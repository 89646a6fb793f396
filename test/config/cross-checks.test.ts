import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config/parse.ts';

function messagesOf(text: string): string[] {
  const result = parseConfig(text, { rules: [] });
  return result.ok ? [] : result.mistakes.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('crossChecks', () => {
  it.each([
    ['a longest term shorter than a term', 'pause: {term: 2 weeks, max-term: 1 week}', '1:34 Unexpected 1 week in pause.max-term, expected at least the term of 2 weeks'],
    ['a term longer than the default longest', 'pause:\n  term: 1 month\n', '2:9 Unexpected 1 month in pause.term, expected at most the max-term of 10 working days'],
    ['a misspelt time zone', 'calendar: {timezone: Europe/Berln}', '1:22 Unexpected "Europe/Berln" in calendar.timezone, expected an IANA time zone such as `Europe/Berlin`; did you mean "Europe/Berlin"?'],
    ['an offset for a time zone', "calendar: {timezone: '+02:00'}", '1:22 Unexpected "+02:00" in calendar.timezone, expected an IANA time zone such as `Europe/Berlin`'],
    ['a country that is none', 'calendar: {country: QQ}', '1:21 Unexpected "QQ" in calendar.country, expected a country whose holidays are known, such as `DE` or `US-CA`, or none and the free days in calendar.holidays'],
    ['a country whose holidays nobody knows', 'calendar: {country: BT}', '1:21 Unexpected "BT" in calendar.country, expected a country whose holidays are known, such as `DE` or `US-CA`, or none and the free days in calendar.holidays'],
    ['a part that a country has not', 'calendar: {country: BE-XX}', '1:21 Unexpected "BE-XX" in calendar.country, expected one of BE, BE-BRU, BE-DE, BE-VLG, BE-WAL'],
    ['a part of a country that has none', 'calendar: {country: FI-01}', '1:21 Unexpected "FI-01" in calendar.country, expected one of FI'],
    ['a week without a working day', 'calendar: {weekend: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]}', '1:21 Unexpected all seven days in calendar.weekend, expected at least one day left to work on'],
    ['a period shorter than its least', 'decision: {periods: {consent: {min: 2 weeks, max: 1 week}}}', '1:51 Unexpected 1 week in decision.periods.consent.max, expected at least the min of 2 weeks'],
    ['a period whose least is longer than the default longest', 'decision: {periods: {consult: {min: 2 weeks}}}', '1:37 Unexpected 2 weeks in decision.periods.consult.min, expected at most the max of 5 working days'],
    ['two values of one id', 'values: [{id: a, text: x}, {id: a, text: y}]', '1:33 Unexpected "a" in values[1].id, expected an id of its own; values[0].id is the same'],
    ['a principle from a value that is not there', 'values: [{id: own-your-data, text: x}]\nprinciples: [{id: a, text: x, value: own-your-date}]', '2:38 Unexpected "own-your-date" in principles[0].value, expected the `id` of one of the values; did you mean "own-your-data"?'],
    ['two principles of one id', 'principles: [{id: a, text: x}, {id: a, text: y}]', '1:37 Unexpected "a" in principles[1].id, expected an id of its own; principles[0].id is the same'],
    ['two names that differ in case only', 'people:\n  Ann: ann\n  ANN: bob', '3:3 Unexpected "ANN" in people, expected each name once, whatever its case; people.Ann is the same'],
    ['an alias of two fields', 'lint: {owner: {aliases: [Lead]}, terms: {domain: [ lead ]}}', '1:52 Unexpected "lead" in lint.terms.domain[0], expected a name for one field only; lint.owner.aliases[0] is the same'],
    ['domains that nothing tells apart', 'domains: {a: {when: {labels: [x, y]}}, b: {when: {labels: [y, X]}}}', '1:50 Unexpected conditions in domains.b.when, expected conditions that tell the domains apart; domains.a.when is the same'],
  ])('find %s', (_, text, line) => {
    expect(messagesOf(text)).toEqual([line]);
  });

  it.each([
    ['a longest term as long as a term', 'pause: {term: 5 working days, max-term: 1 week}'],
    ['a term for one kind with room for it', 'pause: {term: {contested: 1 month}, max-term: {contested: 2 months}}'],
    ['a time zone by an older name', 'calendar: {timezone: Asia/Calcutta}'],
    ['UTC', 'calendar: {timezone: UTC}'],
    ['a part of a country', 'calendar: {country: US-CA}'],
    ['one alias twice for one field', 'lint: {owner: {aliases: [Lead, lead]}}'],
    ['two domains without conditions', 'domains: {a: {}, b: {}}'],
    ['domains that share a label', 'domains: {a: {when: {labels: x}}, b: {when: {labels: [x, y]}}}'],
    ['a weekend of no day', 'calendar: {weekend: []}'],
  ])('let %s be', (_, text) => {
    expect(messagesOf(text)).toEqual([]);
  });
});
