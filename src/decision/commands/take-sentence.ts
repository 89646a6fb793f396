/**
 * The sentence that takes the temporary DRI role: "I'll take temporary DRI on this until we close the loop". It has to
 * be said outright and by oneself: a question, a condition, a refusal or somebody else's words are no command.
 */

/** What may come first without changing what is said. */
const opening =
  "(?:(?:(?:ok|okay|sure|yes|yep|yeah|right|fine|alright|all right|well|thanks|thank you|hi|hello|hey|so|then|and|great|good|no worries|no problem)(?: (?:all|everyone|everybody|both|folks|team))?|@[\\w-]+|for now|in the meantime|until then|to keep (?:this|it|us) moving|to move (?:this|it|us) (?:on|along|forward))(?: ?[,.:;!–—-]+ ?| )){0,4}";
const willing = "(?:happy|glad|willing|ready|pleased)";
const subject = [
  "i(?:'| wi)ll(?: happily| gladly| just| also)?(?: be happy to| be glad to)?",
  'i will(?: happily| gladly| just| also)?',
  'i can(?: happily| gladly| also)?',
  `i(?:'m| am)(?: (?:also|more than))? ${willing} to`,
  `i(?:'d| would) be ${willing} to`,
  `${willing} to`,
  'let me',
  "i(?:'m| am) going to",
].join('|');
const verb = '(?:take(?: on| over| up)?|be|become|act as|serve as|step in as|step up as|pick up|volunteer as|jump in as)';
const gerund = '(?:taking(?: on| over| up)?|becoming|acting as|stepping in as|stepping up as|picking up|volunteering as|being)';
const role = "(?:the |a |your |this )?temp(?:orary)? dri\\b(?:[- ](?:role|hat|seat|duty))?";
const sentencePattern = new RegExp(`^${opening}(?:(?:${subject}) ${verb}|(?:i(?:'m| am) )?${gerund}) ${role}(.*)$`);

/** In what follows: a condition or a doubt makes it no promise. */
const condition = /\b(?:if|unless|maybe|perhaps|possibly|probably|might|only when|as long as|provided|or (?:should|could|would|shall|does|is)|but (?:only|not)|not (?:me|now|yet|today))\b|\?/;

/** Sentences end in a mark and white space, or at an empty stretch; a question keeps its mark. */
const sentence = /[^.!?\n…]+(?:\.(?=\S)[^.!?\n…]*|\n(?!\s*\n)[^.!?\n…]*)*[.!?…]*/g;
/** Words between quotation marks are somebody's, but not meant now; an apostrophe is none. */
const quoted = /"[^"]{0,400}"|“[^”]{0,400}”|„[^“”]{0,400}[“”]|«[^»]{0,400}»|(?<![\p{L}\p{N}])'[^'\n]{0,400}'(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])‘[^‘’]{0,400}’(?![\p{L}\p{N}])/gu;

/** The sentence of a paragraph that takes the role, as it was written; null where there is none. */
export function takesTemporaryDri(paragraph: string): string | null {
  if (!/\btemp(?:orary)?\s+dri\b/i.test(paragraph)) return null;
  const plain = paragraph.replace(quoted, '\uFFFC');
  return Array.from(plain.matchAll(sentence), ([text]) => text.trim()).find(isPromise) ?? null;
}

function isPromise(text: string): boolean {
  if (text.length > 400) return false;
  const folded = text.toLowerCase().replace(/[’ʼ`´‘]/g, "'").replace(/\s+/g, ' ').replace(/[.!…]+$/, '');
  const match = sentencePattern.exec(folded);
  return match !== null && !condition.test(match[1] ?? '');
}
