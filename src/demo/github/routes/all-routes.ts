import type { Route } from '../route.ts';
import { assigneeRoutes } from './assignee-routes.ts';
import { checkRunRoutes } from './check-run-routes.ts';
import { checkSuiteRoutes } from './check-suite-routes.ts';
import { commentRoutes } from './comment-routes.ts';
import { commitRoutes } from './commit-routes.ts';
import { contentRoutes } from './content-routes.ts';
import { graphqlRoutes } from './graphql-routes.ts';
import { guardRepository } from './guard-repository.ts';
import { issueRoutes } from './issue-routes.ts';
import { labelRoutes } from './label-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { pullRoutes } from './pull-routes.ts';
import { reactionRoutes } from './reaction-routes.ts';
import { repositoryRoutes } from './repository-routes.ts';
import { reviewRoutes } from './review-routes.ts';

/** Everything of GitHub's API that the world answers; what concerns Apps and their tokens is the edge's. */
export const allRoutes: readonly Route[] = [
  ...repositoryRoutes,
  ...contentRoutes,
  ...commitRoutes,
  ...pullRoutes,
  ...reviewRoutes,
  ...graphqlRoutes,
  ...issueRoutes,
  ...commentRoutes,
  ...labelRoutes,
  ...assigneeRoutes,
  ...reactionRoutes,
  ...checkRunRoutes,
  ...checkSuiteRoutes,
  ...peopleRoutes,
].map(guardRepository);
