/** One message that people can receive. */
export interface Message {
  /** `nudge.awaiting-review`. */
  id: string;
  /** When it is sent, and why: a sentence. */
  reason: string;
  /** Who it is for, in words. */
  to: string;
  /** The logins that it mentions: those who are asked to act, and nobody else. */
  mentions: readonly string[];
  /** Its Markdown, as it would stand on GitHub. */
  text: string;
}
