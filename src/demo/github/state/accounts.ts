/** Who there is in the stand-in's world. State only: how GitHub writes it stands in `present/`. */

export interface Account {
  readonly id: number;
  /** Can change; the id stays. */
  login: string;
  readonly type: 'User' | 'Bot' | 'Organization';
  name: string | null;
  readonly createdAt: string;
  updatedAt: string;
  /** The App that a bot acts for. */
  readonly app: App | null;
  /** What a deleted account did stays, and is shown as `ghost`'s. */
  isDeleted: boolean;
}

export interface App {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly owner: Account;
  readonly clientId: string;
  permissions: Readonly<Record<string, string>>;
  events: readonly string[];
  readonly createdAt: string;
}

export interface Team {
  readonly id: number;
  readonly organization: Account;
  readonly slug: string;
  readonly name: string;
  members: readonly Account[];
  readonly createdAt: string;
}

/** What somebody may do in a repository, from little to much. */
export const roles = ['read', 'triage', 'write', 'maintain', 'admin'] as const;

export type Role = (typeof roles)[number];

/** Whether a role holds everything that another one holds. */
export function isAtLeast(role: Role | null, wanted: Role): boolean {
  return role !== null && roles.indexOf(role) >= roles.indexOf(wanted);
}
