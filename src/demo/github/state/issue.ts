export { isPullRequest } from './repository.ts';
export type { Comment, Issue, PullRequest, Review, ReviewComment, TimelineEvent, TimelineItem } from './repository.ts';
export type { Label } from './label.ts';
