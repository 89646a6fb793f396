/** The essay's story: an RFC falls silent, and comes to a decision. Chapter by chapter, with what is to be seen after each. */
import type { Comment } from '../../src/demo/github/state/issue.ts';
import { aRepository, propose, write, type Scene, type Shown } from './rfc-scene.ts';
import type { Town } from './running-app.ts';

export const storyConfig = 'require-decision: true\ndri:\n  pool: [carol]\nescalation:\n  path: [erin]\n';

export interface Chapter {
  what: string;
  /** The moment to which the clock is turned before, of 2026 in UTC. */
  at: string;
  /** What people do then. */
  act?: (scene: Scene) => Comment;
  /** What is different afterwards. */
  becomes: Partial<Shown>;
}

const waits = 'Unpause: decision = action_required';
const passes = 'Unpause: document = success';
const [nudge, asksCarol, handsOn, escalation] = ['03-05T10:00 nudge to alice, bob', '03-09T10:00 dri to carol', '03-10T10:00 hand to dan', '03-13T10:00 escalation to erin'] as const;

export const chapters: readonly Chapter[] = [
  { what: 'nobody is asked for anything while it is young', at: '03-05T09:59', becomes: { checks: [passes, waits], calls: [] } },
  { what: 'the first, gentle notice', at: '03-05T10:00', becomes: { calls: [nudge] } },
  { what: 'a temporary DRI is asked, and assigned', at: '03-09T10:00', becomes: { calls: [nudge, asksCarol], assignees: ['carol'], terms: ['carol, asked, active'] } },
  {
    what: 'who hands the step on, with a note',
    at: '03-10T10:00',
    act: (scene) => write(scene, 'carol', '/dri hand @dan The survey is done, the text is not.'),
    becomes: { calls: [nudge, asksCarol, handsOn], assignees: ['dan'], terms: ['carol, asked, handed', 'dan, handed, active'], reactions: ['/dri hand: +1'] },
  },
  {
    what: 'help to decide is asked for as the term ends unanswered',
    at: '03-13T10:00',
    becomes: { calls: [nudge, asksCarol, handsOn, escalation], assignees: [], terms: ['carol, asked, handed', 'dan, handed, time'], escalations: ['erin, open'] },
  },
  {
    what: 'any answer by the one asked will do',
    at: '03-13T15:00',
    act: (scene) => write(scene, 'erin', 'Rotating them yearly is enough for me.'),
    becomes: { escalations: ['erin, acknowledged'], reactions: ['/dri hand: +1', 'Rotating them: none'] },
  },
  {
    what: 'the owner decides',
    at: '03-16T11:00',
    act: (scene) => write(scene, 'alice', '/decide accept Yearly it is.'),
    becomes: { checks: [passes, 'Unpause: decision = success'], decisions: ['accept by alice: Yearly it is.'], reactions: ['/dri hand: +1', 'Rotating them: none', '/decide accept: +1'] },
  },
  { what: 'and there is silence', at: '04-20T11:00', becomes: {} },
];

const nothingYet: Shown = { calls: [], assignees: [], checks: [passes, waits], terms: [], escalations: [], decisions: [], reactions: [] };

/** What is to be seen after each chapter. */
export const shownAfter: readonly Shown[] = chapters.reduce<Shown[]>((shown, { becomes }) => [...shown, { ...(shown.at(-1) ?? nothingYet), ...becomes }], []);

/** Bob proposes something that Alice is to decide. */
export function beginStory(town: Town): Scene {
  return propose(town, aRepository(town, { '.github/unpause.yml': storyConfig }));
}
