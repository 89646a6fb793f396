const base = 'http://here.invalid';
/** `//elsewhere` and `/\elsewhere` lead to another host. */
const ownPath = /^\/(?![/\\])/;

/** A path of this server with its query, or `/` where it is something else: an address must not lead people elsewhere. */
export function localPath(text: string | undefined): string {
  if (text === undefined || !ownPath.test(text) || !URL.canParse(text, base)) return '/';
  const { origin, pathname, search } = new URL(text, base);
  // What is left once browsers have taken out tabs, line ends and dots counts, not what was written.
  return origin === base && ownPath.test(pathname) ? `${pathname}${search}` : '/';
}
