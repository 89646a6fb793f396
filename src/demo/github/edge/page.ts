/** Cuts a list into pages, as GitHub does: `per_page` up to 100, `page` from 1, and a `Link` header. */
import type { RouteAnswer } from '../route.ts';

const defaultSize = 30;
const largestSize = 100;

/** The answer with one page of its list; an answer without a list stays as it is. `url` is the one asked for. */
export function pageAnswer(answer: RouteAnswer, url: URL): RouteAnswer {
  const list = listIn(answer);
  if (!list) return answer;
  const size = Math.min(numberIn(url, 'per_page', defaultSize), largestSize);
  const page = numberIn(url, 'page', 1);
  const cut = list.slice((page - 1) * size, page * size);
  const link = linkHeader(url, { page, last: Math.max(1, Math.ceil(list.length / size)) });
  const body = answer.pagedKey === undefined ? cut : { ...(answer.body as object), [answer.pagedKey]: cut };
  return { ...answer, body, headers: { ...answer.headers, ...(link ? { link } : {}) } };
}

function listIn({ body, pagedKey }: RouteAnswer): unknown[] | null {
  const list = pagedKey === undefined ? body : (body as Record<string, unknown>)[pagedKey];
  if (Array.isArray(list)) return list as unknown[];
  if (pagedKey !== undefined) throw new TypeError(`Unexpected ${typeof list} in the answer's "${pagedKey}", expected the list to be paged`);
  return null;
}

/** GitHub takes a number it cannot read for its default. */
function numberIn(url: URL, name: string, instead: number): number {
  const text = url.searchParams.get(name) ?? '';
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : instead;
}

function linkHeader(url: URL, { page, last }: { page: number; last: number }): string {
  const links: [string, number, boolean][] = [
    ['prev', Math.min(page - 1, last), page > 1],
    ['next', page + 1, page < last],
    ['last', last, page < last],
    ['first', 1, page > 1],
  ];
  return links.filter(([, , isThere]) => isThere).map(([relation, number]) => `<${atPage(url, number)}>; rel="${relation}"`).join(', ');
}

function atPage(url: URL, page: number): string {
  const other = new URL(url);
  other.searchParams.set('page', String(page));
  return other.href;
}
