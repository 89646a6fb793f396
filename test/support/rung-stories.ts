/** From silence to a decision on every rung: one RFC each, in one repository, of which Alice owns the decisions. */
import type { Comment } from '../../src/demo/github/state/issue.ts';
import { rungs, type Rung } from '../../src/config/schema-domains.ts';
import { aRepository, calledIn, propose, reactionsTo, recordIn, write, type Scene } from './rfc-scene.ts';
import type { Town } from './running-app.ts';

/** Carol is consulted everywhere; Erin may own decisions as well, and so is asked where people agree. */
const config = rungs.map((rung) => `  ${rung}: {when: {paths: ["rfcs/${rung}-*"]}, owners: [alice, erin], consult: [carol], rung: ${rung}}\n`).join('');

export type Scenes = Readonly<Record<Rung, Scene>>;

/** What is to be seen of each: whom the period asks, which of Alice's words were run, and what stands in the record. */
export interface Told {
  periods: string[];
  tries: string;
  decided: string[];
}

export interface RungChapter {
  what: string;
  /** The moment to which the clock is turned before, of 2026 in UTC. A Monday is 03-02. */
  at: string;
  act: (scenes: Scenes) => void;
  becomes: Partial<Record<Rung, Partial<Told>>>;
}

const open: readonly Rung[] = ['consult', 'consent', 'consensus'];

/** Alice decides, on all that are given. */
function decides(on: readonly Rung[]): RungChapter['act'] {
  return (scenes) => {
    for (const rung of on) write(scenes[rung], 'alice', '/decide accept Yearly it is.');
  };
}

export const rungChapters: readonly RungChapter[] = [
  {
    what: 'the owner decides at once where nobody has to be asked, and nowhere else',
    at: '03-02T10:00',
    act: decides(rungs),
    becomes: {
      delegate: { tries: '+1', decided: ['delegate, satisfied'] },
      consult: { periods: ['03-02T10:00 period to carol'], tries: 'confused' },
      consent: { periods: ['03-02T10:00 period to carol, erin'], tries: 'confused' },
      consensus: { periods: ['03-02T10:00 period to carol, erin'], tries: 'confused' },
    },
  },
  {
    what: 'silence is nothing yet while the period runs',
    at: '03-06T10:00',
    act: decides(open),
    becomes: { consult: { tries: 'confused, confused' }, consent: { tries: 'confused, confused' }, consensus: { tries: 'confused, confused' } },
  },
  {
    what: 'once it is over, silence is on record, or consent, or not yet',
    at: '03-09T10:30',
    act: decides(open),
    becomes: {
      consult: { tries: 'confused, confused, +1', decided: ['consult, satisfied, silence of carol'] },
      consent: { tries: 'confused, confused, +1', decided: ['consent, satisfied, silence of carol, erin'] },
      consensus: { tries: 'confused, confused, confused' },
    },
  },
  {
    what: 'everybody supports or abstains',
    at: '03-10T10:00',
    act: ({ consensus }) => {
      write(consensus, 'carol', '/support');
      write(consensus, 'erin', '/abstain');
    },
    becomes: {},
  },
  { what: 'and the owner decides there too', at: '03-10T11:00', act: decides(['consensus']), becomes: { consensus: { tries: 'confused, confused, confused, +1', decided: ['consensus, satisfied'] } } },
];

export function beginRungStories(town: Town): Scenes {
  const repo = aRepository(town, { '.github/unpause.yml': `domains:\n${config}` });
  const text = '# Rotate keys\n\n**Decision Owner**: @alice\n';
  return Object.fromEntries(rungs.map((rung) => [rung, propose(town, repo, { branch: rung, text })])) as Record<Rung, Scene>;
}

const untold: Told = { periods: [], tries: '', decided: [] };

/** What is to be seen after each chapter. */
export const toldAfter: readonly Record<Rung, Told>[] = rungChapters.reduce<Record<Rung, Told>[]>((told, { becomes }) => {
  const before = told.at(-1);
  const after = rungs.map((rung) => [rung, { ...(before?.[rung] ?? untold), ...becomes[rung] }]);
  return [...told, Object.fromEntries(after) as Record<Rung, Told>];
}, []);

export function toldOn(scenes: Scenes): Record<Rung, Told> {
  return Object.fromEntries(rungs.map((rung) => [rung, toldIn(scenes[rung])])) as Record<Rung, Told>;
}

function toldIn(scene: Scene): Told {
  const { town, repo, number } = scene;
  const tries = town.standIn.world.issue(repo, number).comments.filter(({ body, author }: Comment) => author.login === 'alice' && body.startsWith('/decide'));
  return {
    periods: calledIn(scene).filter((call) => call.includes(' period')),
    tries: tries.map((comment) => reactionsTo(comment).join(' ') || 'none').join(', '),
    decided: (recordIn(scene)?.decisions ?? []).map(({ under }) => [under?.rung ?? 'no rung', under?.isSatisfied === true ? 'satisfied' : 'not satisfied', ...(under === null || under.silent.length === 0 ? [] : [`silence of ${under.silent.map(({ login }) => login).join(', ')}`])].join(', ')),
  };
}
