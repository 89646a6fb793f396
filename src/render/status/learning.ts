import type { CitedPrinciple } from '../../decision/citations.ts';
import type { Learning } from '../../decision/learning.ts';
import type { EarlierDecision } from '../../decision/earlier.ts';
import { capitalized } from '../capitalized.ts';
import { countOf } from '../count-of.ts';
import { markdownLink } from '../markdown-link.ts';
import { renderDay } from '../moments.ts';
import { firstInWords, inertLogin, inertName } from '../names.ts';
import { resultWords } from '../result-words.ts';
import { sourceLink } from '../source-link.ts';
import { codeSpan, usersWords } from '../users-words.ts';
import { whoCan } from '../who-can.ts';
import { listSection } from './list-section.ts';
import type { StatusPlace } from './progress.ts';

const longestTitle = 120;
const longestPrinciple = 160;

/** What was decided before on the same topic, at the top: nobody has to find it out twice. Empty without a topic. */
export function earlierSection({ topic }: Learning, { timezone }: Pick<StatusPlace, 'timezone'>): string {
  if (topic === null) return '';
  const name = codeSpan(topic.name);
  if (topic.earlier === null) return `**Topic:** ${name}. Whether it was decided before is not known here: Unpause keeps no log without a server.`;
  const items = topic.earlier.map((decision) => earlierItem(decision, timezone));
  return items.length === 0 ? '' : listSection({ title: `Decided before on ${name}`, items, budget: 700, after: '' });
}

function earlierItem({ question, url, result, at, domain }: EarlierDecision, timezone: string): string {
  // In quotation marks, since a title outside of them could be read as a command.
  return `${capitalized(resultWords[result])} on ${renderDay(at, timezone)}${domain === null ? '' : `, in the domain ${codeSpan(domain)}`}: ${usersWords(question, longestTitle)} (${markdownLink('the RFC', url)})`;
}

/** The principles that are cited, or, where the zone asks for one, those that may be worth a look. Advice, never a block. */
export function principlesSection({ cited, worthALook }: Learning, place: StatusPlace): string {
  if (cited.length > 0) return listSection({ title: 'Principles', items: cited.map((principle) => citedItem(principle, place)), budget: 700, after: '' });
  if (worthALook === null) return '';
  const { domain, principles } = worthALook;
  const where = domain === null ? '' : ` In the domain ${codeSpan(domain)}, decisions are made with a look at the principles.`;
  const which = principles.length === 0 ? 'The one that this decision follows' : `One of ${firstInWords(principles.map(codeSpan), 'or')}`;
  const ways = whoCan([['cite', 'cite it with `/cite PRINCIPLE`']], place.allowed);
  return `**Principles:** none is cited yet.${where} ${which} may be worth a look: the document can name it in a field \`Principles\`${ways === '' ? '' : `, and ${ways}`}. Nothing waits for it.`;
}

/** Somebody's own words never stand first on their line, where they could be read as a command. */
function citedItem({ principle, text, by }: CitedPrinciple, { rfcUrl }: StatusPlace): string {
  const words = text === null ? `in other words, ${usersWords(principle, longestPrinciple)}` : `${codeSpan(principle)}: ${usersWords(text, longestPrinciple)}`;
  return `${words}${by === null ? '' : ` (${inertName(by.by)}, ${sourceLink(rfcUrl, by.source)})`}`;
}

/** Who is told of a decision that reaches the whole. Empty for others. */
export function toldSection({ told }: Learning): string {
  if (told === null) return '';
  const names = [...told.people.map(inertName), ...(told.more === 0 ? [] : [countOf(told.more, 'more steward')])];
  const when = 'as it begins, and once it is decided';
  const who = names.length === 0 ? '' : `${firstInWords(names)} ${names.length === 1 ? 'is' : 'are'} told ${when}.`;
  const hidden = told.hidden.length === 0 ? '' : `Who is in ${firstInWords(told.hidden.map(inertLogin))} GitHub does not show to Unpause: somebody who knows can tell them ${when}.`;
  const nobody = names.length === 0 && hidden === '' ? 'Nobody else is in `stewards.pool` of the config who could be told.' : '';
  return ['**May touch others as well.**', who, hidden, nobody, 'Stewards approve nothing, and nobody waits for them.'].filter((part) => part !== '').join(' ');
}
