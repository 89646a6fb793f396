import { describe, expect, it } from '@jest/globals';
import { openDraws } from '../../scripts/simulate/draws.ts';
import { firstDay } from '../../scripts/simulate/model.ts';
import { answersAt } from '../../scripts/simulate/rung-case.ts';
import { renderRungTable } from '../../scripts/simulate/rung-table.ts';
import { measureRung, playRungs } from '../../scripts/simulate/rungs.ts';
import { hire } from '../../scripts/simulate/staff.ts';
import { day, workday, worked } from '../../scripts/simulate/work-clock.ts';

const hour = 3_600_000;
const opened = firstDay + 10 * hour;
const span = { from: firstDay, until: firstDay + 1000 * day };

describe('the rungs of the simulation', () => {
  const measured = playRungs({ entitled: 6, seed: 7, rfcs: 60 });

  it('decides sooner the fewer have to agree', () => {
    const medians = [measured.delegate, measured.consult, measured.consensus].map(({ latency }) => latency.median);
    expect(medians).toEqual(medians.toSorted((one, other) => one - other));
    expect(measured.delegate.latency.median).toBeLessThan(measured.consent.latency.median);
  });

  it('leaves five working days at least on consent, and one on consensus', () => {
    expect(measured.consent.latency.median).toBeGreaterThan(5);
    expect(measured.consensus.latency.median).toBeGreaterThan(1);
  });

  it('hears objections in time the more of them are waited for', () => {
    expect(measured.delegate.late).toBeGreaterThan(measured.consent.late);
    expect(measured.consent.late).toBeGreaterThan(0);
    expect(measured.consensus).toMatchObject({ late: 0, silent: 0 });
    expect(measured.consult.silent).toBeLessThan(measured.consent.silent);
  });

  it('is the same again with the same seed, and another with another', () => {
    expect(playRungs({ entitled: 6, seed: 7, rfcs: 60 })).toEqual(measured);
    expect(playRungs({ entitled: 6, seed: 8, rfcs: 60 })).not.toEqual(measured);
  });

  it('asks once more who does not answer, and not beyond the end', () => {
    const staff = { ...hire(1, span, openDraws(1)), answer: (_person: number, at: number, name: string) => (name.endsWith('/2') ? at + hour : null) };
    const asked = answersAt({ staff }, 1, { at: opened, name: 'x', until: Infinity });
    expect(asked === null ? null : (worked(asked - hour) - worked(opened)) / workday).toBe(5);
    expect(answersAt({ staff }, 1, { at: opened, name: 'x', until: opened + 2 * day })).toBeNull();
  });

  it('takes an answer to the first request that comes before one to the second', () => {
    const staff = { ...hire(1, span, openDraws(1)), answer: (_person: number, at: number, name: string) => at + (name.endsWith('/0') ? 20 * day : hour) };
    const answer = answersAt({ staff }, 1, { at: opened, name: 'x', until: Infinity });
    expect(answer).toBe(opened + 3 * day + hour);
  });

  it('measures what was never decided as never', () => {
    const cases = [{ openedAt: opened, decidedAt: opened + day, objections: 2, late: 1, silent: 3 }, { openedAt: opened, decidedAt: null, objections: 0, late: 0, silent: 0 }];
    expect(measureRung(cases, 6)).toEqual({ latency: { median: 1, p90: Infinity }, undecided: 0.5, objections: 1, late: 0.5, silent: 0.5 });
  });

  it('prints of each figure the worst', () => {
    const better = { latency: { median: 1, p90: 2 }, undecided: 0, objections: 0.5, late: 0.1, silent: 0 };
    const worse = { ...better, latency: { median: 3, p90: Infinity }, late: 0.25 };
    const table = renderRungTable(6, [better, worse].map((each) => ({ delegate: better, consult: better, consent: better, consensus: each })));
    expect(table.split('\n')).toEqual([
      '| 6 people entitled | delegate | consult | consent | consensus |',
      '|---|---:|---:|---:|---:|',
      '| decision latency, median (working days) | 1.0 | 1.0 | 1.0 | 3.0 |',
      '| decision latency, p90 (working days) | 2.0 | 2.0 | 2.0 | never |',
      '| RFCs that come to no decision | 0 % | 0 % | 0 % | 0 % |',
      '| objections per RFC that somebody comes to | 0.50 | 0.50 | 0.50 | 0.50 |',
      '| of these, too late | 10 % | 10 % | 10 % | 25 % |',
      '| of those entitled, silent as it is decided | 0 % | 0 % | 0 % | 0 % |',
    ]);
  });
});
