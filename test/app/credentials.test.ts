import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chooseCredentials, type Credentials, credentialsFile, keepCredentials, readCredentials } from '../../src/app/credentials.ts';

const kept: Credentials = { appId: 1, privateKey: 'kept key', webhookSecret: 'kept secret', clientId: 'c', clientSecret: 's', url: 'https://github.com/apps/unpause' };
const none = { appId: null, privateKey: null, webhookSecret: null, clientId: null, clientSecret: null };

describe('the credentials file', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'unpause-credentials-'));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('gives back what was kept, and is for its owner alone', () => {
    const dataDir = join(folder, 'deep', 'data');
    expect(readCredentials(dataDir)).toBeNull();
    keepCredentials(dataDir, { ...kept, appId: 2 });
    keepCredentials(dataDir, kept);
    expect(readCredentials(dataDir)).toEqual(kept);
    expect(statSync(credentialsFile(dataDir)).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual(['credentials.json']);
  });

  it.each(['{"privateKey": "hunter2"', '{"privateKey": "hunter2"}', '[]'])('is refused when it holds %s, without a word of it', (text) => {
    writeFileSync(credentialsFile(folder), text);
    expect(() => readCredentials(folder)).toThrow(/credentials\.json: unexpected content, expected what the setup wrote there/);
    expect(() => readCredentials(folder)).not.toThrow(/hunter2/);
  });
});

describe('chooseCredentials', () => {
  it('knows of no App where neither source does', () => {
    expect(chooseCredentials(none, null)).toBeNull();
  });

  it('takes the file where the environment is silent', () => {
    expect(chooseCredentials(none, kept)).toEqual(kept);
  });

  it("takes the environment's word for each part, as for a new webhook secret", () => {
    expect(chooseCredentials({ ...none, webhookSecret: 'new' }, kept)).toEqual({ ...kept, webhookSecret: 'new' });
  });

  it('takes nothing from the file of another App', () => {
    const given = { ...none, appId: 2, privateKey: 'key', webhookSecret: 'secret' };
    expect(chooseCredentials(given, kept)).toEqual({ ...given, url: null });
  });

  it.each([
    [{ appId: 2 }, 'Missing PRIVATE_KEY and WEBHOOK_SECRET, expected beside APP_ID'],
    [{ appId: 2, privateKey: 'key' }, 'Missing WEBHOOK_SECRET, expected beside APP_ID and PRIVATE_KEY'],
    [{ webhookSecret: 'secret' }, 'Missing APP_ID and PRIVATE_KEY, expected beside WEBHOOK_SECRET'],
  ])('refuses half an App: %j', (given, message) => {
    expect(() => chooseCredentials({ ...none, ...given }, null)).toThrow(message);
  });
});
