/** Checks an App's JSON Web Token as GitHub does. The token's times are real times, also where the stand-in's clock is turned. */
import { verify } from 'node:crypto';
import { Refusal } from '../edge/refusal.ts';
import type { App } from './app.ts';

/** Seconds that a token may live, and that clocks may differ. */
const longestLife = 600;
const drift = 60;

export function looksLikeJsonWebToken(token: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token);
}

/** The App that signed it; throws GitHub's refusal otherwise. */
export function verifyJsonWebToken(token: string, findApp: (issuer: string) => App | null): App {
  const [head = '', claims = '', signature = ''] = token.split('.');
  const { alg } = decode(head);
  const { iss, iat, exp } = decode(claims);
  if (alg !== 'RS256') throw new Refusal(401, 'A JSON web token could not be decoded');
  const app = findApp(typeof iss === 'number' ? String(iss) : typeof iss === 'string' ? iss : '');
  if (!app) throw new Refusal(404, 'Integration not found');
  if (!verify('RSA-SHA256', Buffer.from(`${head}.${claims}`), app.publicKey, Buffer.from(signature, 'base64url'))) {
    throw new Refusal(401, 'A JSON web token could not be decoded');
  }
  checkTimes(iat, exp);
  return app;
}

function checkTimes(iat: unknown, exp: unknown): void {
  const now = Date.now() / 1000;
  if (typeof exp !== 'number' || exp <= now) {
    throw new Refusal(401, "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires");
  }
  if (exp > now + longestLife + drift) throw new Refusal(401, "'Expiration time' claim ('exp') is too far in the future");
  if (typeof iat !== 'number' || iat > now + drift) {
    throw new Refusal(401, "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued");
  }
}

function decode(part: string): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;
  } catch {
    throw new Refusal(401, 'A JSON web token could not be decoded');
  }
}
