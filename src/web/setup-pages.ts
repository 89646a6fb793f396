import { html } from 'hono/html';
import { type Html, page } from './page.ts';

/** Asks where the App should live, and under which name. */
export function askPage(suggestedName: string): Html {
  return page(
    'Set Unpause up',
    html`<p>GitHub will register an App that is yours alone. Say who it should belong to; you can look at everything before you confirm it there.</p>
<form method="get" action="/setup/review">
<label for="name">Name of the App</label>
<input id="name" name="name" value="${suggestedName}" required maxlength="34" aria-describedby="name-help">
<p class="quiet" id="name-help">Names of Apps are unique on GitHub; its comments will be signed with this one.</p>
<label for="organization">Organisation</label>
<input id="organization" name="organization" maxlength="39" pattern="[A-Za-z0-9\\-]*" autocapitalize="off" autocomplete="off" spellcheck="false" aria-describedby="organization-help">
<p class="quiet" id="organization-help">Leave it empty to have the App in your own account.</p>
<button type="submit">Continue</button>
</form>`,
  );
}

export interface Review {
  /** Where GitHub registers Apps, with the `state`. */
  action: string;
  manifest: { hook_attributes?: unknown } & object;
  webhookUrl: string;
  /** Whether GitHub can reach that address, as far as one can tell from it. */
  isReachable: boolean;
}

/** Shows where deliveries will go, and hands over to GitHub. */
export function reviewPage({ action, manifest, webhookUrl, isReachable }: Review): Html {
  const warning = isReachable
    ? ''
    : html`<p><strong>GitHub will hardly reach that address from outside.</strong> Start the server with <code>PUBLIC_URL</code> set to the address that GitHub can reach, or with <code>WEBHOOK_PROXY_URL</code>.</p>`;
  return page(
    'Register the App on GitHub',
    html`<p>GitHub will send what happens on your RFCs to <code>${webhookUrl}</code>.</p>
${warning}
<form method="post" action="${action}">
<input type="hidden" name="manifest" value="${JSON.stringify(manifest)}">
<button type="submit">Register on GitHub</button>
</form>`,
  );
}
