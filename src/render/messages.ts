/** Every message that people can receive about an RFC's way to a decision, rendered from made-up facts: for the docs and the tests of tone. */
import { callMessages } from './messages/call-messages.ts';
import { checkMessages } from './messages/check-messages.ts';
import type { Message } from './messages/message.ts';
import { replyMessages } from './messages/reply-messages.ts';
import { statusMessages } from './messages/status-messages.ts';
import { stewardMessages } from './messages/steward-messages.ts';

export interface MessageGroup {
  title: string;
  /** What these messages have in common, in a sentence or two. */
  about: string;
  messages: readonly Message[];
}

/** In the order in which an RFC may meet them. */
export function messageGroups(): MessageGroup[] {
  return [
    {
      title: 'Calls',
      about: 'Comments that Unpause starts because somebody should act. Each is made once, within working hours (a hand-over follows its command at once), and mentions those who are asked and nobody else.',
      messages: callMessages(),
    },
    {
      title: 'Replies',
      about: 'One reply at most to a comment, where a command was not run or something is worth knowing. A command that was run gets a reaction, and shows in the status comment.',
      messages: replyMessages(),
    },
    {
      title: 'The status comment',
      about: 'One comment that is edited in place, which notifies nobody. It has these sections where there is something to say.',
      messages: statusMessages(),
    },
    {
      title: 'Checks and suggestions',
      about: 'What the check runs say, what is suggested on request, and a status comment as a whole. What each finding says, [the rules](rules.md) have.',
      messages: checkMessages(),
    },
    {
      title: 'About a repository',
      about: 'Issues and comments about the way of deciding itself: principles that did not fit, a look back, the weekly digest. Each is written once, within working hours, and mentions one of the stewards or nobody.',
      messages: stewardMessages(),
    },
  ];
}
