/**
 * Who was asked for input, and who has answered. Asked are those whose review is requested, whom the documents name as
 * consulted, and whom the author or the Decision Owner asks by name. Being named asks once; a review can be requested again.
 */
import { isTeam } from './acts.ts';
import { instantOf, timeOf } from './activity.ts';
import { asksOf, keyOf, type Ask } from './asks.ts';
import type { Heard } from './pause-facts.ts';
import type { Record } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';
import { voicesOf, type Voice } from './voices.ts';

interface Hearing {
  ask: Ask;
  answer: Voice | null;
}

/** Who was asked, in order, and who has answered since. Bots are neither asked nor heard. */
export function heardOf(snapshot: Snapshot, record: Record): Heard {
  return hearingOf(snapshot, record).heard;
}

/** Who was asked and heard, and every moment at which that changed, in milliseconds. */
export function hearingOf(snapshot: Snapshot, record: Record): { heard: Heard; changes: number[] } {
  const hearings = hearingsOf(snapshot, record);
  const answered = hearings.flatMap(({ ask, answer }) => (answer === null ? [] : [{ asked: ask.of, by: answer.by, at: instantOf(answer.at) }]));
  const open = hearings.filter(({ answer }) => answer === null).map(({ ask }) => ask.of);
  const removals = snapshot.acts.filter(({ kind }) => kind === 'request-removed');
  return {
    heard: { asked: hearings.map(({ ask }) => ask.of), answered, open },
    changes: [...hearings.map(({ ask }) => ask.from), ...answered.map(timeOf), ...removals.map(timeOf)],
  };
}

/** Of several asks of the same, the first that stands; one that was taken back unanswered never was. */
function hearingsOf(snapshot: Snapshot, record: Record): Hearing[] {
  const voices = voicesOf(snapshot, record);
  const byKey = new Map<string, Hearing>();
  for (const ask of asksOf({ snapshot, record, voices })) {
    if (byKey.has(keyOf(ask.of))) continue;
    const answer = answerTo(ask, voices, snapshot);
    if (ask.until === Infinity || answer !== null) byKey.set(keyOf(ask.of), { ask, answer });
  }
  return [...byKey.values()].sort((one, other) => one.ask.from - other.ask.from);
}

/** The first thing that the one asked, or a member of the team, said after being asked. The author speaks for no team. */
function answerTo({ of, from, until, isRequest }: Ask, voices: readonly Voice[], { teams, rfc, reviewers }: Snapshot): Voice | null {
  const firstBy = (isMeant: (voice: Voice) => boolean) => voices.find((voice) => voice.at >= from && voice.at <= until && isMeant(voice)) ?? null;
  if (!isTeam(of)) return firstBy(({ by }) => by === of.id);
  const members = teams.find(({ team }) => team.toLowerCase() === keyOf(of))?.members ?? null;
  const others = new Set(members?.map(({ id }) => id).filter((id) => id !== rfc.author.id));
  if (members !== null) return firstBy(({ by }) => others.has(by));
  // GitHub does not show who belongs to it, but takes the team off its list once a member has reviewed.
  const isListed = reviewers.some((reviewer) => keyOf(reviewer) === keyOf(of));
  return isRequest && !isListed ? firstBy(({ by, isReview }) => isReview && by !== rfc.author.id) : null;
}
