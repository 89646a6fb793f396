import { findTeam } from '../acts/people.ts';
import { Refusal } from '../edge/refusal.ts';
import { presentAccount, presentFullTeam, presentPermissions, presentPublicAccount } from '../present/accounts.ts';
import type { Route, RouteAnswer, RouteRequest } from '../route.ts';
import type { Role, Team } from '../state/accounts.ts';
import { numberParam, ok, orNotFound, repositoryOf } from './asked.ts';

export const peopleRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/users/{username}',
    permissions: [],
    handle: ({ world, params }) => ok(presentPublicAccount(world, orNotFound(world.findAccount(params.username ?? '')))),
  },
  {
    method: 'GET',
    path: '/user/{account_id}',
    permissions: [],
    handle(request) {
      const { world } = request;
      return ok(presentPublicAccount(world, orNotFound(world.accounts.find(({ id }) => id === numberParam(request, 'account_id')))));
    },
  },
  { method: 'GET', path: '/repos/{owner}/{repo}/collaborators/{username}/permission', permissions: ['metadata:read'], handle: permissionOf },
  { method: 'GET', path: '/orgs/{org}/teams/{team_slug}', permissions: ['members:read'], handle: (request) => ok(presentFullTeam(request.world, teamOf(request))) },
  {
    method: 'GET',
    path: '/orgs/{org}/teams/{team_slug}/members',
    permissions: ['members:read'],
    handle: (request) => ok(teamOf(request).members.map((member) => presentAccount(request.world, member))),
  },
];

function teamOf({ world, params }: RouteRequest): Team {
  return orNotFound(findTeam(world, params.org ?? '', params.team_slug ?? ''));
}

/** The older names know only four levels. */
const permissionNames: Readonly<Record<Role, string>> = { read: 'read', triage: 'read', write: 'write', maintain: 'write', admin: 'admin' };

function permissionOf(request: RouteRequest): RouteAnswer {
  const { world, params } = request;
  const repository = repositoryOf(request);
  const account = world.findAccount(params.username ?? '');
  if (account?.type !== 'User') throw new Refusal(404, `${params.username ?? ''} is not a user`);
  const role = world.roleOf(account, repository);
  const user = { ...presentAccount(world, account), permissions: presentPermissions(role), role_name: role ?? '' };
  return ok({ permission: role === null ? 'none' : permissionNames[role], role_name: role ?? '', user });
}
