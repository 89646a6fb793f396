/** What the App asks of GitHub, said once: `app.yml` is tested against it, and the setup registers it. */
import { productUrl } from '../product-version.ts';
import { handledEvents } from './triggers.ts';

/** Where GitHub sends its deliveries to. */
export const webhookPath = '/api/github/webhooks';

/** Where GitHub leads people back to who sign in. */
export const callbackPath = '/sign-in/callback';

/** The callback URL of a server; `baseUrl` has no slash at its end. */
export function callbackUrlOf(baseUrl: string): string {
  return `${baseUrl}${callbackPath}`;
}

/** Everything the App may do; the docs say why it needs each. */
const permissions = {
  checks: 'write',
  contents: 'read',
  issues: 'write',
  members: 'read',
  merge_queues: 'read',
  metadata: 'read',
  pull_requests: 'write',
} as const;

/** GitHub sends these to every App, and refuses a manifest that names them. */
const alwaysSent: ReadonlySet<string> = new Set(['installation', 'installation_repositories']);

export interface ManifestAddresses {
  /** Where deliveries go. */
  webhookUrl: string;
  /** Where GitHub leads the browser once the App is registered. */
  redirectUrl: string;
  /** Where GitHub leads people back to who sign in. */
  callbackUrl: string;
}

/** The part of the manifest that is the same everywhere; what `app.yml` holds. */
export const commonManifest = {
  name: 'Unpause',
  description: 'Keeps RFC decisions moving: says who decides, and what is missing.',
  url: productUrl,
  public: false,
  request_oauth_on_install: false,
  default_permissions: permissions,
  default_events: handledEvents.filter((event) => !alwaysSent.has(event)),
};

/** The manifest to register this server's App with; names are unique on the whole of a GitHub. */
export function appManifest(name: string, { webhookUrl, redirectUrl, callbackUrl }: ManifestAddresses): object {
  return { ...commonManifest, name, hook_attributes: { url: webhookUrl, active: true }, redirect_url: redirectUrl, callback_urls: [callbackUrl] };
}
