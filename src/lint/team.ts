/** Tells one person from many, and a person from a role. */

/** Whatever is longer is no name of anything. */
const longest = 400;

const groups =
  /(?:^|[\s/(-])(?:teams?|everyone|everybody|anyone|all|committee|group|community|council|board|squads?|chapter|guild|wg|sigs?|crew|leads|leaders|leadership|members|maintainers|contributors|collaborators|stakeholders|staff|developers|engineers|architects|owners|reviewers|approvers|voters|management|organi[sz]ation|collective|panel|department|we|us|core)(?=$|[\s.,;:!?)/-])/i;
const roles =
  /(?:^|\s)(?:lead|leader|manager|director|engineer|developer|architect|owner|chair|chairperson|head|cto|ceo|cpo|coo|cio|vp|svp|pm|po|tl|em|tpm|principal|officer|coordinator|maintainer|designer|founder|president|editor|analyst|scientist|author|reviewer|sponsor|driver)$/i;

/** Whether a text names a group: a team, a committee, everyone. A person's handle beside it makes it a person. */
export function namesTeam(text: string): boolean {
  if (text.length > longest) return false;
  if (/(?:^|[\s(])@[A-Za-z0-9-]+\/[A-Za-z0-9._-]+/.test(text)) return true;
  if (/(?:^|[\s(])@[A-Za-z0-9]/.test(text)) return false;
  const outside = text.replace(/\([^)]*\)/g, ' ').trim();
  return groups.test(outside) && !roles.test(outside);
}

/** Whether a text is only a role, such as `Product Manager` or `the storage lead`: nobody is named by it. */
export function namesRole(text: string): boolean {
  if (text.length > longest) return false;
  const trimmed = text.trim().replace(/[.,;:]+$/, '');
  return roles.test(trimmed) && !/[@\d]/.test(trimmed) && trimmed.split(/\s+/).length <= 6;
}
