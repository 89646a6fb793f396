/** Finds the route of a request by GitHub's path templates. */
import type { Route } from '../route.ts';

export interface Match<R extends Route> {
  route: R;
  /** Decoded. */
  params: Record<string, string>;
}

export type Router<R extends Route> = (method: string, pathname: string) => Match<R> | null;

/** Placeholders that stand for several segments: `refs/heads/main`, `rfcs/1.md`, `main...feature/x`. */
const spanning = new Set(['path', 'ref', 'basehead']);
const placeholder = /\{(\w+)\}/g;

interface Compiled<R> {
  route: R;
  pattern: RegExp;
  names: string[];
  words: number;
}

/** Routes with more fixed words come first, so that `commits/{ref}/check-runs` wins over `commits/{ref}`. */
export function createRouter<R extends Route>(routes: readonly R[]): Router<R> {
  const compiled = routes.map(compile).sort((one, other) => other.words - one.words);
  return (method, pathname) => {
    for (const { route, pattern, names } of compiled) {
      const found = route.method === method ? pattern.exec(pathname) : null;
      if (found) return { route, params: Object.fromEntries(names.map((name, at) => [name, decode(found[at + 1] ?? '')])) };
    }
    return null;
  };
}

function compile<R extends Route>(route: R): Compiled<R> {
  const names = [...route.path.matchAll(placeholder)].map(([, name = '']) => name);
  const source = route.path
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    // The root folder's contents are asked for with and without the last slash.
    .replace(/\/\{path\}$/, '(?:/(.*))?')
    .replace(placeholder, (_, name: string) => (spanning.has(name) ? '(.+)' : '([^/]+)'));
  const words = route.path.split('/').filter((part) => !part.includes('{')).length;
  return { route, pattern: new RegExp(`^${source}/?$`), names, words };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // GitHub takes a stray `%` for itself.
    return text;
  }
}
