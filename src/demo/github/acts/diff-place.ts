import { filesOfPull } from '../state/changed-files.ts';
import type { PullRequest } from '../state/repository.ts';
import { renderHunk, type Hunk } from '../state/patch.ts';
import type { WorldState } from '../state/world-state.ts';

type Side = 'LEFT' | 'RIGHT';

/** Where in a diff a comment stands. */
export interface DiffPlace {
  path: string;
  line: number;
  side: Side;
  startLine: number | null;
  startSide: Side | null;
  hunk: string;
}

export interface PlaceRequest {
  path: string;
  line: number;
  side?: Side;
  startLine?: number | null;
  startSide?: Side | null;
}

/** Finds the lines in what a pull request changes; where they are not in it, the field that is wrong. */
export function findDiffPlace(world: WorldState, issue: PullRequest, { path, line, side = 'RIGHT', startLine = null, startSide }: PlaceRequest): DiffPlace | { wrong: 'path' | 'line' | 'start_line' } {
  const file = filesOfPull(world, issue).find((each) => each.path === path);
  if (file === undefined) return { wrong: 'path' };
  const hunk = file.patch.hunks.find((each) => holds(each, line, side));
  if (hunk === undefined) return { wrong: 'line' };
  const place = { path, line, side, hunk: renderHunk(hunk) };
  if (startLine === null) return { ...place, startLine, startSide: null };
  const start = { startLine, startSide: startSide ?? side };
  return startLine < line && holds(hunk, startLine, start.startSide) ? { ...place, ...start } : { wrong: 'start_line' };
}

function holds({ lines }: Hunk, line: number, side: Side): boolean {
  return lines.some(({ before, after }) => (side === 'LEFT' ? before : after) === line);
}
