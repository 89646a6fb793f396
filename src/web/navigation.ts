/** The pages that every page leads to, in this order. */
export interface Place {
  path: string;
  /** As the link says it. */
  name: string;
  /** Only for who is signed in: it is about them. */
  isOwn?: true;
}

export const places: readonly Place[] = [
  { path: '/open', name: 'Open' },
  { path: '/closing', name: 'Closing soon' },
  { path: '/waiting', name: 'Waiting on me', isOwn: true },
  { path: '/decisions', name: 'Decisions' },
  { path: '/domains', name: 'Domains' },
  { path: '/principles', name: 'Principles' },
  { path: '/topics', name: 'Topics' },
  { path: '/vitality', name: 'Vitality' },
];
