/** Small pictures, drawn on the spot. */
import { html } from 'hono/html';
import type { Html } from '../../web/page.ts';
import type { Account } from '../github/state/accounts.ts';

const hues = 5;

/** A coloured disc with the first letter; Unpause has its sign. */
export function avatar({ id, login, type }: Account): Html {
  if (type === 'Bot') return html`<span class="avatar bot" aria-hidden="true">${playSign()}</span>`;
  return html`<span class="avatar hue-${id % hues}" aria-hidden="true">${login.charAt(0).toUpperCase()}</span>`;
}

/** A pause that turns into play. */
const sign = 'M2.5 3h2v10h-2zM6.5 3.2v9.6c0 .6.7 1 1.2.6l6.3-4.8c.4-.3.4-.9 0-1.2L7.7 2.6c-.5-.4-1.2 0-1.2.6z';

export function playSign(): Html {
  return html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path fill="currentColor" d="${sign}"/></svg>`;
}

/** For the browser's tab. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 20 20"><rect x="-2" y="-2" width="20" height="20" rx="5" fill="#4338ca"/><path fill="#ffffff" d="${sign}"/></svg>`;

const marks: Readonly<Record<string, string>> = {
  success: 'M13.8 4.2a.8.8 0 0 1 0 1.1l-6.7 6.7a.8.8 0 0 1-1.1 0L2.2 8.3a.8.8 0 1 1 1.1-1.1l3.2 3.2 6.2-6.2a.8.8 0 0 1 1.1 0z',
  failure: 'M4.2 3.2 8 6.9l3.8-3.7 1 1L9.1 8l3.7 3.8-1 1L8 9.1l-3.8 3.7-1-1L6.9 8 3.2 4.2z',
  neutral: 'M3 7h10v2H3z',
};

/** A check's conclusion; the words stand beside it. */
export function checkMark(conclusion: string): Html {
  const kind = conclusion in marks ? conclusion : conclusion === 'cancelled' ? 'failure' : 'pending';
  const path = marks[kind];
  const inside = path === undefined ? html`<circle cx="8" cy="8" r="3.5" fill="currentColor"/>` : html`<path fill="currentColor" d="${path}"/>`;
  return html`<span class="mark ${kind}" aria-hidden="true"><svg viewBox="0 0 16 16" width="16" height="16" focusable="false">${inside}</svg></span>`;
}
