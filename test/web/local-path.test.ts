import { describe, expect, it } from '@jest/globals';
import { localPath } from '../../src/web/local-path.ts';

describe('localPath', () => {
  it.each(['/', '/me', '/decisions?domain=API&q=%C3%A9', '/decisions/acme/rfcs/7/1'])('leaves %s as it is', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    undefined,
    '',
    'me',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n\\evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
  ])('leads to the start page instead of %j', (text) => {
    expect(localPath(text)).toBe('/');
  });
});
