import { descriptionPath } from './described-document.ts';
import type { Job } from './event.ts';

/** The page of a document at the commit that was judged, or of one of its lines; `plain=1` shows Markdown by its lines. */
export function blobUrlOf({ trigger, repository: { owner, name }, serverUrl }: Job): (path: string, line: number | null) => string | null {
  if (trigger.kind === 'nothing') return () => null;
  const description = trigger.kind === 'pull-request' ? descriptionPath(trigger) : null;
  return (path, line) => {
    if (trigger.kind === 'pull-request' && path === description) return trigger.url;
    const page = `${serverUrl}/${owner}/${name}/blob/${trigger.head}/${path.split('/').map(encodeURIComponent).join('/')}`;
    return line === null ? page : `${page}?plain=1#L${line}`;
  };
}
