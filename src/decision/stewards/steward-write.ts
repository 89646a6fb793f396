/** One change about a repository, with its words already in it. Its mark stands in its body, so that it is made once. */
export type StewardWrite =
  | { kind: 'open-issue'; title: string; body: string; assignees: readonly string[] }
  | { kind: 'create-comment'; on: number; body: string }
  /** The body and the state in one request: how it ended is known from the moment it is closed. */
  | { kind: 'close-issue'; number: number; body: string }
  /** The body alone: whether it is open is for people to say. */
  | { kind: 'mark-issue'; number: number; body: string }
  /** `bodies` as each kind of chat reads them. */
  | { kind: 'post-to-chat'; event: string; bodies: { slack: object; teams: object } };
