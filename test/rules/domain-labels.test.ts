import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config/parse.ts';
import { createLinter, type DocumentSource } from '../../src/lib.ts';
import { rules } from '../../src/rules/registry.ts';

const others = rules.filter(({ withDomains, id }) => withDomains === undefined && id !== 'principles');

function findings(domains: object, source: Partial<DocumentSource>, lint: object = {}): string[] {
  const off = Object.fromEntries(others.map(({ id }) => [id, 'off']));
  const parsed = parseConfig(JSON.stringify({ domains, lint: { rules: off, ...lint } }), { rules });
  if (!parsed.ok) throw new Error(parsed.mistakes.map(({ message }) => message).join('; '));
  const result = createLinter(parsed.config).lint({ path: 'rfcs/1.md', text: '# T\n', ...source }, { now: new Date('2026-11-21T09:00:00Z') });
  return result.findings.map(({ rule, severity, message }) => `${rule} ${severity} ${message}`);
}

const missing = 'Missing domain, expected `api` or `web`: write it in the document, such as `**Domain**: api`';
const unlabelled = '(a label may tell it too, which is not known here)';
const twoBy = (way: string) => `Unexpected 2 domains (api, web) by ${way}, expected one: write it in the document, such as \`**Domain**: api\``;

const elsewhere = '(another changed file may tell it too, which is not known here)';
const either = '(a label or another changed file may tell it too, which is not known here)';
const ofFiles = { api: { when: { paths: ['openapi/**'] }, rung: 'delegate' }, web: { when: { paths: ['web/**'] }, rung: 'delegate' } };

const api = { when: { labels: 'area/api' }, rung: 'delegate' };
const web = { when: { labels: ['area/web', 'ui'], paths: ['rfcs/**'] }, rung: 'delegate' };
const byLabel = { api, web: { ...web, when: { labels: 'area/web' } } };
const byPath = { api: { ...api, when: { paths: ['rfcs/*.md'] } }, web: { ...web, when: { paths: ['rfcs/**'] } } };
const byPathOrLabel = { ...byPath, api: { ...api, when: { labels: 'area/api', paths: ['rfcs/*.md'] } } };

describe('the domain of a document', () => {
  it.each<[string, object, Partial<DocumentSource>, string[]]>([
    ['is told by a label', byLabel, { labels: ['RFC', 'Area/API'] }, []],
    ['is missing where no label tells it', byLabel, { labels: ['RFC'] }, [`decision-domain warning ${missing}`]],
    ['may be told by a label that nobody knows here', byLabel, {}, [`decision-domain advice ${missing} ${unlabelled}`]],
    ['is not told by two labels', { api, web }, { labels: ['ui', 'area/api'] }, [`decision-domain warning ${twoBy('label')}`]],
    ['is told by a label before its path', { api, web }, { labels: ['area/api'] }, []],
    ['is not told by two paths, labels or none', byPath, {}, [`decision-domain warning ${twoBy('path')}`]],
    ['is not told by two paths, where a label does not tell it', byPathOrLabel, { labels: [] }, [`decision-domain warning ${twoBy('path')}`]],
    ['is perhaps not told by two paths', byPathOrLabel, {}, [`decision-domain advice ${twoBy('path')} ${unlabelled}`]],
    ['is told by a file that changes with it', ofFiles, { changed: ['openapi/keys.yaml'] }, []],
    ['is missing where no file tells it', ofFiles, { changed: [] }, [`decision-domain warning ${missing}`]],
    ['may be told by a file that nobody knows here', ofFiles, {}, [`decision-domain advice ${missing} ${elsewhere}`]],
    ['may be told by a label or a file', { api: { ...api, when: { labels: 'api', paths: ['openapi/**'] } }, web: ofFiles.web }, {}, [`decision-domain advice ${missing} ${either}`]],
    ['is not told by files of two domains', ofFiles, { changed: ['openapi/keys.yaml', 'web/index.html'] }, [`decision-domain warning ${twoBy('path')}`]],
    ['is told by its field before two labels', { api, web }, { text: '**Domain**: web\n', labels: ['ui', 'area/api'] }, []],
    ['may be told by the kep.yaml beside it', byLabel, { carriedBy: 'kep.yaml', labels: [] }, []],
  ])('%s', (_, domains, source, expected) => {
    expect(findings(domains, source)).toEqual(expected);
  });

  it.each<[string, object, string]>([
    ['owners', { owners: ['alice'] }, 'decision-domain warning Unexpected owner `@carol` in the domain `api` (by label), expected `@alice`, who may own decisions there'],
    ['rung', { rung: 'consensus', consult: ['bob'] }, 'decision-rung warning Unexpected rung `delegate`, expected at least `consensus`, as the domain `api` (by label) asks'],
  ])('has %s also where a label tells it', (_, asks, expected) => {
    const text = '**Decision Owner**: @carol\n**Rung**: delegate\n';
    expect(findings({ api: { ...api, ...asks } }, { text, labels: ['area/api'] })).toEqual([expected]);
  });
});

describe('a document whose fields stand in another', () => {
  const asking = { api: { rung: 'consent', zone: 'principle-check', when: { paths: ['**'] } } };

  it('needs nobody to consult and no principle of its own', () => {
    expect(findings(asking, { carriedBy: 'kep.yaml' })).toEqual([]);
    expect(findings(asking, {}).map((finding) => finding.split(' ')[0])).toEqual(['consulted', 'principles']);
  });
});

describe('the rules on domains', () => {
  const text = '**Domain**: gardening\n**Rung**: delegat\n';

  it('are off without domains', () => {
    expect(findings({}, { text })).toEqual([]);
  });

  it('are warnings once there are domains', () => {
    expect(findings({ api }, { text }).map((finding) => finding.split(' ', 2).join(' '))).toEqual(['decision-domain warning', 'decision-rung warning']);
  });

  it('have the severity that the config gives them', () => {
    const off = Object.fromEntries(others.map(({ id }) => [id, 'off']));
    const lint = { rules: { ...off, 'decision-domain': 'error', 'decision-rung': 'off' } };
    expect(findings({ api }, { text }, lint).map((finding) => finding.split(' ', 2).join(' '))).toEqual(['decision-domain error']);
  });
});
