import { presentFullRepository } from '../present/repository.ts';
import type { Route } from '../route.ts';
import { actorOf, ok, repositoryOf } from './asked.ts';
import { presentPermissions } from '../present/accounts.ts';

export const repositoryRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}',
    permissions: ['metadata:read'],
    handle(request) {
      const { world, caller } = request;
      const repository = repositoryOf(request);
      const role = caller.kind === 'user' ? world.roleOf(actorOf(request), repository) : null;
      const permissions = caller.kind === 'user' ? { permissions: presentPermissions(role) } : {};
      return ok({ ...presentFullRepository(world, repository), ...permissions });
    },
  },
];
