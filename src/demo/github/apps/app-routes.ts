/** The routes that are about Apps themselves, for their JSON Web Tokens. */
import type { GuardedRoute } from '../edge/authorize.ts';
import type { Deliveries } from '../edge/deliveries.ts';
import { Refusal } from '../edge/refusal.ts';
import { presentApp } from '../present/accounts.ts';
import { presentRepository } from '../present/repository.ts';
import type { RouteAnswer, RouteRequest } from '../route.ts';
import type { Installation } from './app.ts';
import type { AppBook } from './app-book.ts';
import { deliveryRoutes } from './delivery-routes.ts';
import { appOf, forApps } from './for-apps.ts';
import type { InstallationBook } from './installation-book.ts';
import type { ManifestFlow } from './manifest-flow.ts';
import { presentInstallation } from './present-installation.ts';
import { createToken } from './create-token.ts';
import type { Tokens } from './tokens.ts';

export interface AppRouteOptions {
  book: AppBook;
  installations: InstallationBook;
  tokens: Tokens;
  deliveries: Deliveries;
  manifests: ManifestFlow;
}

export function appRoutes(options: AppRouteOptions): readonly GuardedRoute[] {
  const { book, installations, manifests } = options;
  return [
    {
      ...forApps('GET', '/app'),
      handle(request) {
        const app = appOf(request, book);
        return { status: 200, body: { ...presentApp(request.world, app), installations_count: installations.ofApp(app).length } };
      },
    },
    { ...forApps('GET', '/app/installations'), handle: (request) => ({ status: 200, body: installations.ofApp(appOf(request, book)).map((each) => presentInstallation(request.world, each)) }) },
    { ...forApps('GET', '/app/installations/{installation_id}'), handle: (request) => ({ status: 200, body: presentInstallation(request.world, installationOf(request, options)) }) },
    { ...forApps('POST', '/app/installations/{installation_id}/access_tokens'), handle: (request) => createToken(request, installationOf(request, options), options) },
    { ...forApps('GET', '/repos/{owner}/{repo}/installation'), handle: (request) => ({ status: 200, body: presentInstallation(request.world, installationAt(request, options)) }) },
    {
      method: 'GET',
      path: '/installation/repositories',
      permissions: [],
      callers: ['installation'],
      handle: (request) => listRepositories(request, options),
    },
    {
      method: 'POST',
      path: '/app-manifests/{code}/conversions',
      permissions: [],
      callers: ['anonymous', 'app', 'user', 'installation'],
      handle({ params, world }) {
        const app = manifests.convert(params.code ?? '');
        if (!app) throw new Refusal(404, 'Not Found');
        const secrets = { client_secret: app.clientSecret, webhook_secret: app.webhookSecret, pem: app.privateKey };
        return { status: 201, body: { ...presentApp(world, app), ...secrets } };
      },
    },
    ...deliveryRoutes(options),
  ];
}

function installationOf(request: RouteRequest, { book, installations }: AppRouteOptions): Installation {
  const installation = installations.byId(Number(request.params.installation_id));
  if (installation?.app !== appOf(request, book)) throw new Refusal(404, 'Not Found');
  return installation;
}

function installationAt(request: RouteRequest, { book, installations }: AppRouteOptions): Installation {
  const { owner = '', repo = '' } = request.params;
  const repository = request.world.findRepository(owner, repo);
  const found = repository && installations.ofApp(appOf(request, book)).find((each) => installations.reaches(each, repository));
  if (!found) throw new Refusal(404, 'Not Found');
  return found;
}

function listRepositories({ caller, world }: RouteRequest, { installations }: AppRouteOptions): RouteAnswer {
  const installation = caller.kind === 'installation' ? installations.byId(caller.installationId) : null;
  if (!installation) throw new Refusal(404, 'Not Found');
  const repositories = installations.repositoriesOf(installation).map((each) => presentRepository(world, each));
  const body = { total_count: repositories.length, repository_selection: installation.selection, repositories };
  return { status: 200, body, pagedKey: 'repositories' };
}
