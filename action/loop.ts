/**
 * The loop that follows RFCs over time: a bundle of its own, which is loaded only for it. It shares no class with the
 * rest of the Action, so that what went wrong crosses over as lines.
 */
import { openLogWithToken, wholeLog } from '../src/app/log-with-token.ts';
import { sweepWithToken } from '../src/app/sweep-with-token.ts';
import { workflowBot } from '../src/github/app-identity.ts';
import { writeSite } from '../src/app/write-log.ts';
import { UserError } from '../src/files/user-error.ts';
import { productUrl, productVersion } from '../src/product-version.ts';
import { jsonLine } from '../src/render/report/json-line.ts';
import { renderSweepSummary } from '../src/render/sweep-summary.ts';
import { renderSweep, type SweepReport } from '../src/render/sweep-text.ts';

export interface LoopRequest {
  token: string;
  apiUrl: string;
  owner: string;
  repo: string;
  /** Every open RFC, or what changed: the one that the event is about, and what changed just before. */
  scope: { kind: 'all' } | { kind: 'changed'; number: number | null };
}

/** What came of it, in the forms in which it is told; or why nothing could be done, a line each. */
export type LoopResult = { ok: true; report: SweepReport; log: string; json: string; summary: string } | { ok: false; lines: readonly string[] };

const userAgent = `unpause-action/${productVersion} (+${productUrl})`;

/** Runs the loop once. What a person can mend is a result; everything else fails. */
export async function runLoop(request: LoopRequest): Promise<LoopResult> {
  try {
    const report = await sweepWithToken({ ...request, userAgent, isDryRun: false, assumedOwner: workflowBot });
    return { ok: true, report, log: renderSweep(report), json: jsonLine(report), summary: renderSweepSummary(report) };
  } catch (error) {
    if (error instanceof UserError) return { ok: false, lines: error.lines };
    throw error;
  }
}

export interface LogWritingRequest {
  token: string;
  apiUrl: string;
  owner: string;
  repo: string;
  /** Where the site is written; it is made where it is not there. */
  folder: string;
}

/** How many decisions there are; or why the log could not be written, a line each. */
export type LogWritten = { ok: true; decisions: number } | { ok: false; lines: readonly string[] };

/** Writes the decision log as a static site. What a person can mend is a result; everything else fails. */
export async function writeLog({ folder, ...request }: LogWritingRequest): Promise<LogWritten> {
  try {
    const log = wholeLog(await openLogWithToken({ ...request, userAgent, privateKey: null }));
    return { ok: true, decisions: await writeSite(log, folder) };
  } catch (error) {
    if (error instanceof UserError) return { ok: false, lines: error.lines };
    throw error;
  }
}
