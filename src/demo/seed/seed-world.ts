/** The demo's world as it is before Unpause arrives: an organisation, six people, three repositories, and their threads. */
import type { Clock } from '../github/clock.ts';
import type { World } from '../github/world.ts';
import { lastWorkingMorning, workingDaysEarlier, workingDaysLater } from '../working-day.ts';
import { architectureConfig, architectureReadme } from './architecture-documents.ts';
import {
  config,
  darkMode,
  type DayIn,
  dropNode20,
  eventSchemaRegistry,
  featureFlagsEnd,
  quietHours,
  readme,
  rotateSigningKeys,
  sharedDesignTokens,
  storeTimesInUtc,
  template,
  upgradePostgresql,
} from './documents.ts';
import { people } from './people.ts';
import { propose } from './propose.ts';
import { proposeArchitecture } from './seed-architecture.ts';

export const organization = 'acme';
/** It has a config of its own: Unpause may comment and label there. */
export const rfcs = `${organization}/rfcs`;
/** It has one that says who decides what, and by which rung. */
export const architecture = `${organization}/architecture`;
/** It has none: Unpause reports checks alone. */
export const website = `${organization}/website`;
export const rfcLabel = 'RFC';

const hour = 3_600_000;
const day = 24 * hour;

/** How long the story of the seeds is, in working days: short enough that nothing is due when Unpause arrives. */
const seededDays = 3;

/** When the seeds begin, so that they end on the morning of the last working day, today included. */
export function seedsBegin(today: Date): Date {
  return workingDaysEarlier(lastWorkingMorning(today), seededDays);
}

/** The date of a day in the demo, counted from the day on which it starts. */
export function dayFrom(start: Date): DayIn {
  return (days) => new Date(start.getTime() + days * day).toISOString().slice(0, 10);
}

/** Fills an empty world; the clock is turned as the threads come about, by three working days in all. */
export function seedWorld(world: World, clock: Clock): void {
  const began = clock.now();
  const arrival = workingDaysLater(began, seededDays);
  const inDays = dayFrom(arrival);
  const at = (moment: Date, open: typeof addPlaces) => {
    clock.advance(Math.max(0, moment.getTime() - clock.now().getTime()));
    open(world, inDays);
  };
  at(began, addPlaces);
  at(workingDaysLater(began, 1), openFirst);
  at(workingDaysLater(began, 2), openSecond);
  at(new Date(arrival.getTime() - 2 * hour), openThird);
  clock.advance(Math.max(0, arrival.getTime() - clock.now().getTime()));
}

function addPlaces(world: World, inDays: DayIn): void {
  world.addUser(organization, { type: 'Organization', name: 'Acme' });
  for (const { login, name } of people) world.addUser(login, { name });
  world.addTeam({ org: organization, slug: 'platform', name: 'Platform', members: ['alice', 'carol'] });
  const collaborators = Object.fromEntries(people.flatMap(({ login, role }) => (role === 'read' ? [] : [[login, role]])));
  world.addRepository({
    owner: organization,
    name: 'rfcs',
    files: { 'README.md': readme, '.github/unpause.yml': config, 'rfcs/0000-template.md': template, 'rfcs/0001-store-times-in-utc.md': storeTimesInUtc(inDays) },
    collaborators,
  });
  world.createLabel({ repo: rfcs, by: 'alice', name: rfcLabel, color: '0e8a16', description: 'A decision is asked for' });
  world.addRepository({ owner: organization, name: 'architecture', files: { 'README.md': architectureReadme, '.github/unpause.yml': architectureConfig }, collaborators });
  world.addRepository({ owner: organization, name: 'website', files: { 'README.md': '# The website of Acme\n' }, collaborators });
}

function openFirst(world: World, inDays: DayIn): void {
  const keys = propose(world, {
    repo: rfcs,
    by: 'bob',
    branch: 'signing-keys',
    path: 'rfcs/0002-rotate-signing-keys.md',
    text: rotateSigningKeys(inDays),
    title: 'Rotate the signing keys every 90 days',
    body: 'The old key worries me. Alice decides; Carol and I were asked.',
  });
  world.requestReviewers({ repo: rfcs, number: keys, by: 'bob', reviewers: ['carol'] });
  world.review({ repo: rfcs, number: keys, by: 'carol', state: 'APPROVED', body: 'An overlap of 30 days works for our customers.' });
  const node = propose(world, {
    repo: rfcs,
    by: 'bob',
    branch: 'drop-node-20',
    path: 'rfcs/0003-drop-node-20.md',
    text: dropNode20(inDays),
    title: 'Drop support for Node 20',
    body: 'It is time. What do you think?',
  });
  world.comment({ repo: rfcs, number: node, by: 'alice', body: 'Sounds good to me, if it sounds good to the others.' });
  world.comment({ repo: rfcs, number: node, by: 'carol', body: 'No objection from me. Whoever knows more about support should say.' });
}

function openSecond(world: World, inDays: DayIn): void {
  const database = propose(world, {
    repo: rfcs,
    by: 'carol',
    branch: 'postgresql-18',
    path: 'rfcs/0004-upgrade-postgresql.md',
    text: upgradePostgresql(inDays),
    title: 'Upgrade PostgreSQL to 18',
    body: 'The platform team decides.',
  });
  world.comment({ repo: rfcs, number: database, by: 'dave', body: 'Who of the platform team?' });
  world.fork({ repo: rfcs, by: 'erin' });
  world.push({ repo: 'erin/rfcs', by: 'erin', branch: 'schemas', files: { 'rfcs/0005-event-schema-registry.md': eventSchemaRegistry(inDays) }, message: 'A registry for event schemas' });
  world.openPullRequest({ repo: rfcs, by: 'erin', head: 'erin:schemas', title: 'A registry for event schemas', body: 'From my fork. Bob and I would decide this together.' });
  const quiet = world.openIssue({ repo: rfcs, by: 'dave', title: 'Quiet hours for alerts that can wait', body: quietHours(inDays) });
  world.addLabels({ repo: rfcs, number: quiet.number, by: 'dave', labels: [rfcLabel] });
}

function openThird(world: World, inDays: DayIn): void {
  propose(world, {
    repo: rfcs,
    by: 'bob',
    branch: 'design-tokens',
    path: 'rfcs/0006-shared-design-tokens.md',
    text: sharedDesignTokens(inDays),
    title: 'Share design tokens between web and mobile',
    body: 'Still writing; comments are welcome already.',
    draft: true,
  });
  propose(world, {
    repo: rfcs,
    by: 'alice',
    branch: 'feature-flags',
    path: 'rfcs/0007-feature-flags-end.md',
    text: featureFlagsEnd(inDays),
    title: 'Every feature flag gets an end date',
    body: 'Carol decides. There is no hurry.',
  });
  world.push({ repo: rfcs, by: 'carol', branch: 'readme', files: { 'README.md': `${readme}\nNew here? Read an old one first.\n` }, message: 'Say where to begin' });
  world.openPullRequest({ repo: rfcs, by: 'carol', head: 'readme', title: 'Say where to begin', body: 'No RFC, just a line in the README.' });
  proposeArchitecture(world, architecture, inDays);
  world.push({ repo: website, by: 'carol', branch: 'dark-theme', files: { 'docs/rfcs/dark-theme.md': darkMode }, message: 'A dark theme for the website' });
  const theme = world.openPullRequest({ repo: website, by: 'carol', head: 'dark-theme', title: 'A dark theme for the website', body: 'This repository has no `.github/unpause.yml`.' });
  world.addLabels({ repo: website, number: theme.number, by: 'carol', labels: [rfcLabel] });
}
