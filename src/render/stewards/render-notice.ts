/** The words of what Unpause writes about a repository, for each kind of notice. */
import { eventMarker } from '../../decision/markers.ts';
import type { Notice } from '../../decision/stewards/steward-plan.ts';
import { digestText } from './digest-text.ts';
import type { NoticeOf, NoticePlace } from './notice-place.ts';
import { principleText, principleTitle } from './principle-question.ts';
import { retrospectiveText, retrospectiveTitle } from './retrospective-text.ts';
import { settledText } from './settled-note.ts';

/** The whole body; the mark on its first line is how the next look finds it again. */
export function renderNotice(notice: Notice, place: NoticePlace): string {
  return `${eventMarker(notice.event)}\n${textOf(notice, place)}`;
}

function textOf(notice: Notice, place: NoticePlace): string {
  switch (notice.kind) {
    case 'principle':
      return principleText(notice, place);
    case 'settled':
      return settledText(notice);
    case 'retrospective':
      return retrospectiveText(notice, place);
    case 'digest':
      return digestText(notice, place);
  }
}

export function noticeTitle(notice: NoticeOf<'principle' | 'retrospective'>): string {
  return notice.kind === 'principle' ? principleTitle(notice) : retrospectiveTitle(notice);
}
