import { html } from 'hono/html';
import type { Html } from '../../web/page.ts';
import type { Issue, Label } from '../github/state/issue.ts';

/** A colour of the stylesheet for the labels that the demo knows; a style of its own is not allowed on this page. */
export function labelPill({ name }: Pick<Label, 'name'>): Html {
  const kind = name.toLowerCase() === 'rfc' ? 'rfc' : name === 'needs-decision-owner' ? 'needs-owner' : 'other';
  return html`<span class="label ${kind}">${name}</span>`;
}

/** `Open`, `Draft`, `Merged` or `Closed`. */
export function stateOf({ state, pull }: Issue): 'Open' | 'Draft' | 'Merged' | 'Closed' {
  if (pull?.mergedAt != null) return 'Merged';
  if (state === 'closed') return 'Closed';
  return pull?.isDraft === true ? 'Draft' : 'Open';
}

export function statePill(issue: Issue): Html {
  const state = stateOf(issue);
  return html`<span class="pill ${state.toLowerCase()}">${state}</span>`;
}
