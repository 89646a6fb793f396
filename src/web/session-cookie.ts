/** The cookies of signing in. On HTTPS their names say that no other host, and no page without TLS, can have set them. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie, setSignedCookie } from 'hono/cookie';
import { parseSigned } from 'hono/utils/cookie';

export interface CookiePlace {
  /** This server as browsers reach it. */
  baseUrl: string;
  /** Signs what stands for a session. */
  key: Uint8Array<ArrayBuffer>;
}

const session = 'unpause_session';
const signIn = 'unpause_sign_in';

/** What the browser holds of a session: null where it holds nothing, or nothing that was signed here. */
export async function readHeld(request: Request, { baseUrl, key }: CookiePlace): Promise<string | null> {
  const name = nameOf(session, baseUrl);
  const found = (await parseSigned(request.headers.get('cookie') ?? '', key, name))[name];
  return found === undefined || found === false ? null : found;
}

export async function holdSession(c: Context, { baseUrl, key }: CookiePlace, { held, endsAt }: { held: string; endsAt: Date }): Promise<void> {
  await setSignedCookie(c, nameOf(session, baseUrl), held, key, { ...optionsFor(baseUrl), expires: endsAt });
}

export function dropHeld(c: Context, { baseUrl }: Pick<CookiePlace, 'baseUrl'>): void {
  deleteCookie(c, nameOf(session, baseUrl), optionsFor(baseUrl));
}

/** What this browser alone knows of a sign-in that it began. */
export function readKept(c: Context, baseUrl: string): string | undefined {
  return getCookie(c, nameOf(signIn, baseUrl));
}

export function keep(c: Context, baseUrl: string, { kept, seconds }: { kept: string; seconds: number }): void {
  setCookie(c, nameOf(signIn, baseUrl), kept, { ...optionsFor(baseUrl), maxAge: seconds });
}

export function dropKept(c: Context, baseUrl: string): void {
  deleteCookie(c, nameOf(signIn, baseUrl), optionsFor(baseUrl));
}

function nameOf(name: string, baseUrl: string): string {
  return isHttps(baseUrl) ? `__Host-${name}` : name;
}

/** `Lax`: GitHub leads back here, and links from elsewhere find people signed in; forms of other pages bring nothing along. */
function optionsFor(baseUrl: string) {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: isHttps(baseUrl) } as const;
}

function isHttps(baseUrl: string): boolean {
  return baseUrl.startsWith('https:');
}
