import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readPrivateKey } from '../../src/app/private-key.ts';
import { readSettings } from '../../src/app/settings.ts';
import { UserError } from '../../src/files/user-error.ts';

const pkcs1 = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }) as string;

function mistakesOf(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    if (error instanceof UserError) return error.lines;
    throw error;
  }
}

describe('readSettings', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'unpause-settings-'));
    writeFileSync(join(folder, 'key.pem'), pkcs1);
    writeFileSync(join(folder, 'note.txt'), 'no key');
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('needs nothing: all of it on loopback, with an embedded database', () => {
    expect(readSettings({})).toEqual({
      role: 'all',
      host: '127.0.0.1',
      port: 3000,
      log: { level: 'info', format: null },
      apiUrl: 'https://api.github.com',
      githubUrl: 'https://github.com',
      publicUrl: null,
      webhookProxyUrl: null,
      databaseUrl: null,
      dataDir: '.unpause',
      isPublic: false,
      chatWebhook: null,
      credentials: { appId: null, privateKey: null, webhookSecret: null, clientId: null, clientSecret: null },
      previousWebhookSecret: null,
    });
  });

  it('takes an empty variable for none, as compose files write them', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '', APP_ID: '', LOG_LEVEL: '' })).toEqual(readSettings({}));
  });

  it.each([
    [{ GITHUB_API_URL: 'https://ghe.example/api/v3' }, { apiUrl: 'https://ghe.example/api/v3', githubUrl: 'https://ghe.example' }],
    [{ GITHUB_URL: 'https://ghe.example/' }, { apiUrl: 'https://ghe.example/api/v3', githubUrl: 'https://ghe.example' }],
    [{ GITHUB_URL: 'https://github.com' }, { apiUrl: 'https://api.github.com', githubUrl: 'https://github.com' }],
    [{ GITHUB_API_URL: 'http://127.0.0.1:4711' }, { apiUrl: 'http://127.0.0.1:4711', githubUrl: 'http://127.0.0.1:4711' }],
    [{ GITHUB_API_URL: 'https://api.github.com' }, { apiUrl: 'https://api.github.com', githubUrl: 'https://github.com' }],
  ])('knows the other address of the GitHub at %j', (environment, expected) => {
    expect(readSettings(environment as Record<string, string>)).toMatchObject(expected);
  });

  it('reads the key from the file that PRIVATE_KEY_PATH names', () => {
    expect(readSettings({ PRIVATE_KEY_PATH: join(folder, 'key.pem') }).credentials.privateKey).toBe(pkcs1);
  });

  it.each([
    ['PORT', '65536', 'Unexpected "65536" in PORT, expected a port from 0 (any free one) to 65535'],
    ['PORT', 'http', 'Unexpected "http" in PORT, expected a port from 0 (any free one) to 65535'],
    ['APP_ID', '12a', 'Unexpected "12a" in APP_ID, expected the App\'s number'],
    ['UNPAUSE_ROLE', 'both', 'Unexpected "both" in UNPAUSE_ROLE, expected one of all, web, worker'],
    ['UNPAUSE_PUBLIC', 'yes', 'Unexpected "yes" in UNPAUSE_PUBLIC, expected one of true, false'],
    ['LOG_LEVEL', 'loud', 'Unexpected "loud" in LOG_LEVEL, expected one of trace, debug, info, warn, error, fatal'],
    ['PUBLIC_URL', 'unpause.example', 'Unexpected "unpause.example" in PUBLIC_URL, expected an address that begins with https:// or http://'],
    ['PRIVATE_KEY', 'hunter2', 'Unexpected value in PRIVATE_KEY, expected an RSA private key in PEM form, or that in base64'],
    ['UNPAUSE_CHAT_WEBHOOK', 'http://hooks.slack.com/services/hunter2', 'Unexpected value in UNPAUSE_CHAT_WEBHOOK, expected an address that begins with https://'],
    ['DATABASE_URL', 'mysql://u:hunter2@db', 'Unexpected value in DATABASE_URL, expected an address that begins with postgres:// or postgresql://'],
  ])('says what is wrong with %s=%s', (name, value, line) => {
    expect(mistakesOf({ [name]: value })).toEqual([line]);
  });

  it('says which file cannot be read, and why', () => {
    expect(mistakesOf({ PRIVATE_KEY_PATH: '/nowhere/key.pem' })).toEqual([expect.stringMatching(/^PRIVATE_KEY_PATH: \/nowhere\/key\.pem: .*no such file/)]);
  });

  it('says that a file holds no key, and not what it holds', () => {
    const path = join(folder, 'note.txt');
    expect(mistakesOf({ PRIVATE_KEY_PATH: path })).toEqual([`Unexpected content of ${path} (PRIVATE_KEY_PATH), expected an RSA private key in PEM form`]);
  });

  it.each(['web', 'worker'])('refuses the role %s on the embedded database', (role) => {
    expect(mistakesOf({ UNPAUSE_ROLE: role })).toEqual([expect.stringContaining('Missing DATABASE_URL')]);
    expect(mistakesOf({ UNPAUSE_ROLE: role, DATABASE_URL: 'postgres://db/unpause' })).toEqual([]);
  });

  it('reports every mistake at once', () => {
    expect(mistakesOf({ PORT: 'x', LOG_LEVEL: 'x', UNPAUSE_ROLE: 'web', PRIVATE_KEY_PATH: '/nowhere' })).toHaveLength(4);
  });
});

describe('readPrivateKey', () => {
  it.each([
    ['a PEM file', pkcs1],
    ['Windows line ends', pkcs1.replaceAll('\n', '\r\n')],
    ['written-out line ends', pkcs1.replaceAll('\n', String.raw`\n`)],
    ['one line', pkcs1.replaceAll('\n', ' ')],
    ['quotes around it', `"${pkcs1}"`],
    ['base64', Buffer.from(pkcs1).toString('base64')],
  ])('reads a key from %s', (_form, text) => {
    expect(readPrivateKey(text)).toBe(pkcs1);
  });

  it.each(['', 'text', '-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----'])('finds no key in %j', (text) => {
    expect(readPrivateKey(text)).toBeNull();
  });

  it('wants the kind of key that GitHub gives', () => {
    const { privateKey } = generateKeyPairSync('ed25519', {});
    expect(readPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }) as string)).toBeNull();
  });
});
