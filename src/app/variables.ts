/** The environment variables of the server, each with what it may hold. */
import * as z from 'zod/mini';
import { logFormats, logLevels } from './log.ts';
import { readPrivateKey } from './private-key.ts';

export const roles = ['all', 'web', 'worker'] as const;

function matching(pattern: RegExp, expected: string) {
  return z.string().check(z.regex(pattern, expected));
}

const secret = z.string().check(z.minLength(1, 'a secret'));

function oneOf<const Word extends string>(words: readonly Word[]) {
  return z.enum(words, { error: `one of ${words.join(', ')}` });
}

function address(protocols: readonly string[]) {
  const isAddress = (text: string) => protocols.includes(URL.parse(text)?.protocol ?? '');
  return z.string().check(z.refine(isAddress, `an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`));
}

/** Without a slash at its end, so that paths can be added. */
const httpAddress = z.pipe(address(['https:', 'http:']), z.transform((text) => text.replace(/\/+$/, '')));

const isPort = (port: number) => port <= 65_535;

const privateKey = z.pipe(
  z.string().check(z.refine((text) => readPrivateKey(text) !== null, 'an RSA private key in PEM form, or that in base64')),
  z.transform((text) => readPrivateKey(text) ?? text),
);

function orNull<Schema extends z.ZodMiniType>(schema: Schema) {
  return z._default(z.nullable(schema), null);
}

export const Variables = z.object({
  APP_ID: orNull(z.pipe(matching(/^[1-9]\d{0,15}$/, "the App's number"), z.transform(Number))),
  PRIVATE_KEY: orNull(privateKey),
  PRIVATE_KEY_PATH: orNull(z.string()),
  WEBHOOK_SECRET: orNull(secret),
  WEBHOOK_SECRET_PREVIOUS: orNull(secret),
  GITHUB_CLIENT_ID: orNull(z.string()),
  GITHUB_CLIENT_SECRET: orNull(secret),
  HOST: z._default(z.string(), '127.0.0.1'),
  PORT: z._default(z.pipe(matching(/^\d{1,5}$/, portWords()), z.pipe(z.transform(Number), z.number().check(z.refine(isPort, portWords())))), 3000),
  LOG_LEVEL: z._default(oneOf(logLevels), 'info'),
  LOG_FORMAT: orNull(oneOf(logFormats)),
  WEBHOOK_PROXY_URL: orNull(httpAddress),
  GITHUB_API_URL: orNull(httpAddress),
  GITHUB_URL: orNull(httpAddress),
  PUBLIC_URL: orNull(httpAddress),
  DATABASE_URL: orNull(address(['postgres:', 'postgresql:'])),
  UNPAUSE_CHAT_WEBHOOK: orNull(address(['https:'])),
  UNPAUSE_DATA_DIR: z._default(z.string(), '.unpause'),
  UNPAUSE_PUBLIC: z._default(z.pipe(oneOf(['true', 'false']), z.transform((word) => word === 'true')), false),
  UNPAUSE_ROLE: z._default(oneOf(roles), 'all'),
});

function portWords(): string {
  return 'a port from 0 (any free one) to 65535';
}

/** Whose values stand in no message. `DATABASE_URL` holds a password, and who knows a chat's webhook can write there. */
export const secretVariables: ReadonlySet<string> = new Set([
  'PRIVATE_KEY',
  'WEBHOOK_SECRET',
  'WEBHOOK_SECRET_PREVIOUS',
  'GITHUB_CLIENT_SECRET',
  'DATABASE_URL',
  'UNPAUSE_CHAT_WEBHOOK',
]);
