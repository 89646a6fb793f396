import type { StewardEffect } from '../../decision/stewards/steward-plan.ts';
import { plainText } from '../plain-text.ts';
import { noticeTitle } from './render-notice.ts';

/** What an effect does, in one line, for a report of what was or would be done. */
export function describeStewardEffect(effect: StewardEffect): string {
  switch (effect.kind) {
    case 'open-issue': {
      const { asked } = effect.notice;
      const whom = asked === null ? '' : `, and ask ${plainText(asked.login)} to take it up`;
      return `open the issue “${plainText(noticeTitle(effect.notice))}”${whom}`;
    }
    case 'comment':
      return effect.notice.kind === 'digest' ? `write the digest on #${effect.on}` : `note on #${effect.on} how the config answered it`;
    case 'close-issue':
      return `close #${effect.number}, as the principle was ${effect.ending}`;
    case 'mark-issue':
      return effect.ending === null ? `take the question in #${effect.number} as open again` : `keep in #${effect.number} that the principle was ${effect.ending}`;
    case 'post-to-chat':
      return 'send the digest to the chat';
  }
}
