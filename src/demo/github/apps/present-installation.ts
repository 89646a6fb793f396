import { presentAccount } from '../present/accounts.ts';
import { nodeId } from '../present/node-id.ts';
import { fullName, type Repository } from '../state/repository.ts';
import type { World } from '../world.ts';
import type { Installation } from './app.ts';

/** GitHub's `installation`. */
export function presentInstallation(world: World, installation: Installation): Record<string, unknown> {
  const { id, app, account, suspension } = installation;
  return {
    id,
    account: presentAccount(world, account),
    repository_selection: installation.selection,
    access_tokens_url: `${world.baseUrl}/app/installations/${id}/access_tokens`,
    repositories_url: `${world.baseUrl}/installation/repositories`,
    html_url: `${world.baseUrl}/settings/installations/${id}`,
    app_id: app.id,
    app_slug: app.slug,
    client_id: app.clientId,
    target_id: account.id,
    target_type: account.type,
    permissions: app.permissions,
    events: app.events,
    created_at: installation.createdAt,
    updated_at: installation.updatedAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: suspension && presentAccount(world, suspension.by),
    suspended_at: suspension?.at ?? null,
  };
}

/** The few fields that `installation` events tell of a repository. */
export function presentRepositoryName(repository: Repository): Record<string, unknown> {
  const { id, name, isPrivate } = repository;
  return { id, node_id: nodeId('Repository', id), name, full_name: fullName(repository), private: isPrivate };
}
