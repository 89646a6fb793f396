import type { GroupReport } from '../decision/merge-group.ts';
import type { CheckRunContent, Conclusion } from '../decision/write.ts';
import { checkNames } from './check-run.ts';
import { countOf } from './count-of.ts';
import { fitItems } from './fit-items.ts';
import { markdownLink } from './markdown-link.ts';
import { fnv1a64 } from './report/fnv1a64.ts';

const room = 50_000;

const words: Record<Conclusion, string> = {
  success: 'passes',
  neutral: 'is no RFC',
  failure: 'lacks something: its own check says what',
  action_required: 'waits for a decision',
};

/** The check run on a merge group's commit. */
export function renderGroupCheck({ name, conclusion, members }: GroupReport, { sha, rerun }: { sha: string; rerun: string | null }): CheckRunContent {
  const items = members.map((member) => `- ${markdownLink(`#${member.number} ${member.title}`, member.url)} ${words[member.conclusion]}\n`);
  const { text, left } = fitItems(items, room);
  const content = {
    name: checkNames[name],
    headSha: sha,
    conclusion,
    title: `${countOf(members.length, 'pull request')} in this group`,
    summary: `The group is as good as the worst of its pull requests:\n\n${text}${left > 0 ? `- … and ${left} more\n` : ''}`,
    annotations: [],
    buttons: [],
    detailsUrl: null,
  };
  return { ...content, externalId: `group-${fnv1a64(JSON.stringify(content))}${rerun === null ? '' : `-${fnv1a64(rerun)}`}` };
}
