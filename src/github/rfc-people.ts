import type { Addressee } from '../decision/acts.ts';
import type { Account } from '../decision/snapshot.ts';
import { readAccount } from './read-account.ts';
import type { IssueAnswer, PullAnswer } from './rfc-facts.ts';

/** Who is asked to do something, as the answer about an RFC tells. */
export interface RfcPeople {
  /** Who is asked for a review and has not given one since; nobody on an issue. */
  reviewers: readonly Addressee[];
  assignees: readonly Account[];
}

/** The people in the answer about an issue. */
export function issuePeople({ assignees }: IssueAnswer): RfcPeople {
  return { reviewers: [], assignees: (assignees ?? []).map(readAccount) };
}

/** The people in the answer about a pull request of an organisation or a person, who is the owner of its teams. */
export function pullPeople(pull: PullAnswer, owner: string): RfcPeople {
  const people = (pull.requested_reviewers ?? []).map(readAccount);
  const teams = (pull.requested_teams ?? []).map(({ slug }) => readTeamName(slug, owner));
  return { ...issuePeople(pull), reviewers: [...people, ...teams] };
}

/** Only teams of the organisation that owns a repository can be asked there. */
export function readTeamName(slug: string, owner: string): { team: string } {
  return { team: `${owner}/${slug}` };
}
