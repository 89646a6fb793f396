/** Gives each effect of a plan about a repository its words. */
import type { StewardEffect } from '../../decision/stewards/steward-plan.ts';
import type { StewardWrite } from '../../decision/stewards/steward-write.ts';
import { renderChatDigest } from './chat-digest.ts';
import type { NoticePlace } from './notice-place.ts';
import { noticeTitle, renderNotice } from './render-notice.ts';

export interface StewardWording extends NoticePlace {
  /** Where people read the repository. */
  url: string;
}

export function wordStewardship(effects: readonly StewardEffect[], place: StewardWording): StewardWrite[] {
  return effects.map((effect): StewardWrite => {
    switch (effect.kind) {
      case 'open-issue': {
        const { asked } = effect.notice;
        return { kind: 'open-issue', title: noticeTitle(effect.notice), body: renderNotice(effect.notice, place), assignees: asked !== null && effect.isAssignable ? [asked.login] : [] };
      }
      case 'comment':
        return { kind: 'create-comment', on: effect.on, body: renderNotice(effect.notice, place) };
      case 'close-issue':
      case 'mark-issue':
        return { kind: effect.kind, number: effect.number, body: effect.body };
      case 'post-to-chat': {
        const { event, digest } = effect.notice;
        return { kind: 'post-to-chat', event, bodies: { slack: renderChatDigest(digest, place, 'slack'), teams: renderChatDigest(digest, place, 'teams') } };
      }
    }
  });
}
