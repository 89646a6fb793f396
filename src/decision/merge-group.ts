/** The checks of a merge queue's group: as good as the worst of the pull requests in it. */
import type { Config } from '../config/schema.ts';
import { checkReports, worstOf } from './check-reports.ts';
import { knownRecord } from './known-record.ts';
import { progressOf } from './ladder/progress-of.ts';
import type { CheckName, CheckReport } from './plan.ts';
import type { OwnCheckRun, Snapshot } from './snapshot.ts';
import { standingOf } from './standing.ts';
import type { Conclusion } from './write.ts';

/** A group, and what GitHub says of each pull request in it. */
export interface GroupSnapshot {
  /** The queue's own commit, which the checks have to be on. */
  sha: string;
  members: readonly Snapshot[];
  checkRuns: readonly OwnCheckRun[];
  /** Which request to run again has to be answered; null: none. */
  rerun: string | null;
}

export interface GroupReport {
  name: CheckName;
  conclusion: Conclusion;
  members: readonly { number: number; title: string; url: string; conclusion: Conclusion }[];
}

/** Both checks where a member has them: a required check must be there on the group's commit too. */
export function groupReports({ members }: Pick<GroupSnapshot, 'members'>, config: Config, now: Date): GroupReport[] {
  const judged = members.map((member) => ({ rfc: member.rfc, reports: reportsFor(member, config, now) }));
  const names: readonly CheckName[] = ['document', 'decision'];
  return names.flatMap((name) => {
    const parts = judged.flatMap(({ rfc: { number, title, url }, reports }) =>
      reports.filter((report) => report.name === name).map(({ conclusion }) => ({ number, title, url, conclusion })),
    );
    return parts.length === 0 ? [] : [{ name, conclusion: worstOf(parts.map(({ conclusion }) => conclusion)), members: parts }];
  });
}

/** By the record as it is kept: a command that nobody looked at yet is run by the look at its RFC, which comes first. */
function reportsFor(member: Snapshot, config: Config, now: Date): CheckReport[] {
  const standing = standingOf(member, config);
  const record = standing === 'rfc' && member.record.kind !== 'newer' ? knownRecord(member, member.record, now) : null;
  return checkReports(member, config, { standing, known: record === null ? null : { record, progress: () => progressOf({ snapshot: member, record, config, now }) } });
}
