import type { Database } from '../../store/tables.ts';
import type { FindViewer } from '../viewer.ts';

/** What the pages are read from, for whom, and as of when. */
export interface PageParts {
  database: Database;
  findViewer: FindViewer;
  now: () => Date;
  /** `https://github.com`, without a slash at the end. */
  githubUrl: string;
  /** This server as browsers reach it. */
  baseUrl: () => string;
}
