import { defineFigure, noGroups } from './figure.ts';

export const newLeaders = defineFigure({
  id: 'new-leaders',
  title: 'New owners and temporary DRIs',
  definition: 'How many people owned a decision, or drove an RFC as temporary DRI, for the first time in two years.',
  limits: 'Somebody who decided much elsewhere is new here. A log that has just begun knows nobody from before, and then nothing is shown; the sum over a year counts somebody once.',
  measures: [
    { id: 'owners', name: 'new owners', unit: 'count' },
    { id: 'drivers', name: 'new temporary DRIs', unit: 'count' },
  ],
  count: ({ newcomers: { owners, drivers } }) => (owners ?? 0) + (drivers ?? 0),
  values: ({ newcomers: { owners, drivers } }) => ({ owners, drivers }),
  groups: noGroups,
  meaning({ latest: { owners, drivers } }) {
    if (typeof owners !== 'number' && typeof drivers !== 'number') return 'The log has just begun, so everybody is new: look again in a quarter.';
    if ((owners ?? 0) + (drivers ?? 0) === 0) return 'Nobody new has stepped in lately, and a way of deciding that only keeps itself going is the first sign of decay: try asking somebody who never did to drive one small step.';
    return 'New people step in and move decisions forward, which is how a bench of stewards grows: make sure that somebody shows them the ropes.';
  },
});
