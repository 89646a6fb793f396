/** The six people of the demo, with all that somebody may do in a repository. */
import type { Role } from '../github/state/accounts.ts';

export interface Person {
  login: string;
  name: string;
  /** In the demo's repositories. */
  role: Role;
}

export const people: readonly Person[] = [
  { login: 'alice', name: 'Alice Adams', role: 'admin' },
  { login: 'bob', name: 'Bob Brandt', role: 'write' },
  { login: 'carol', name: 'Carol Chen', role: 'write' },
  { login: 'dave', name: 'Dave Dean', role: 'triage' },
  { login: 'erin', name: 'Erin Ek', role: 'read' },
  { login: 'frank', name: 'Frank Fuchs', role: 'maintain' },
];
