/** The Apps there are. */
import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { World } from '../world.ts';
import type { App, Permissions } from './app.ts';
import { checkRegistration } from './check-registration.ts';

export interface Registration {
  name: string;
  /** Made from the name, unless said. */
  slug?: string;
  /** Null: the App is told nothing. */
  webhookUrl: string | null;
  webhookSecret: string | null;
  /** Metadata is always readable. */
  permissions: Permissions;
  events: readonly string[];
  /** The login of a person or an organisation; an organisation that only makes Apps, unless said. */
  owner?: string;
  /** Where people are led back to who sign in; nowhere, unless said. */
  callbackUrls?: readonly string[] | undefined;
}

export class AppBook {
  readonly #apps: App[] = [];
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  get all(): readonly App[] {
    return this.#apps;
  }

  /** Throws where GitHub would refuse it. */
  register({ name, slug = slugOf(name), webhookUrl, webhookSecret, permissions, events, owner, callbackUrls = [] }: Registration): App {
    const granted: Permissions = { metadata: 'read', ...permissions };
    const wrong = checkRegistration({ permissions: granted, events });
    if (this.#apps.some((app) => app.slug === slug)) wrong.push(`Name ${name} is already taken`);
    if (owner !== undefined && !this.#world.findAccount(owner)) wrong.push(`There is no account ${owner}`);
    if (wrong.length > 0) throw new Error(`The App ${name} cannot be made: ${wrong.join('; ')}`);
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: pem, publicKeyEncoding: pem });
    const clientId = `Iv23${randomBytes(8).toString('hex')}`;
    const known = this.#world.addApp({ slug, name, permissions: granted, events, clientId, ...(owner === undefined ? {} : { owner }) });
    const secrets = { clientSecret: randomBytes(20).toString('hex'), privateKey, publicKey: createPublicKey(privateKey) };
    const app: App = { ...known, ...secrets, webhookUrl, webhookSecret, callbackUrls };
    this.#apps.push(app);
    return app;
  }

  /** By id or by client id: both are allowed to stand in a JSON Web Token. */
  find(idOrClientId: string): App | null {
    return this.#apps.find((app) => String(app.id) === idOrClientId || app.clientId === idOrClientId) ?? null;
  }

  bySlug(slug: string): App {
    const app = this.#apps.find((one) => one.slug === slug);
    if (!app) throw new Error(`Unknown App ${slug}, expected one of: ${this.#apps.map((one) => one.slug).join(', ') || 'none is registered'}`);
    return app;
  }
}

const pem = { type: 'pkcs1', format: 'pem' } as const;

function slugOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
