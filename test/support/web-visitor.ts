/** Somebody with a browser: it keeps cookies, follows no link by itself, and says from where its forms come. */
import { parse } from 'hono/utils/cookie';

export interface Visit {
  status: number;
  location: string;
  text: string;
  headers: Headers;
}

export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #url: string;

  /** `url` is the server's address, without a slash at the end. */
  constructor(url: string) {
    this.#url = url;
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Visit> {
    return await this.#send(path, { headers });
  }

  /** A form of a page of the server's own, unless the headers say otherwise. */
  async post(path: string, fields: Record<string, string> = {}, headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }): Promise<Visit> {
    return await this.#send(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  /** Begins to sign in, and says on GitHub's page as whom: gives the address that leads back. */
  async toGitHub(login: string, to = '/'): Promise<string> {
    const begun = await this.get(`/sign-in?to=${encodeURIComponent(to)}`);
    const chosen = await fetch(begun.location, { method: 'POST', body: new URLSearchParams({ login }), redirect: 'manual' });
    return chosen.headers.get('location') ?? `nowhere: ${chosen.status} ${await chosen.text()}`;
  }

  /** Signs in; gives where that leads. */
  async signIn(login: string, to = '/'): Promise<Visit> {
    const back = new URL(await this.toGitHub(login, to));
    return await this.get(`${back.pathname}${back.search}`);
  }

  async #send(path: string, { headers, ...init }: RequestInit & { headers: Record<string, string> }): Promise<Visit> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${this.#url}${path}`, { ...init, redirect: 'manual', headers: { ...(cookie !== '' && { cookie }), ...headers } });
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text(), headers: answer.headers };
  }

  /** As it stands, still encoded; one that is taken back is empty. */
  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    const { 'Max-Age': age } = parse(line);
    if (value === '' || age === '0') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
