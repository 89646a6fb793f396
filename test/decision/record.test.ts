import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeRecord, encodeRecord, newRecord, observeRecord, renderRecordLine, type Record } from '../../src/decision/record.ts';
import { aSeal as seal } from '../support/a-snapshot.ts';
import { runs, seed } from '../support/property-runs.ts';

const record: Record = newRecord('2026-03-01T10:00:00.000Z');
const copy: Record = { ...record, firstSeenAt: '2026-02-01T10:00:00.000Z' };

/** The line of a record that Unpause signed, whatever it holds. */
function signed(data: object): string {
  return `<!-- unpause:record {"record":${JSON.stringify(data)},"seal":${JSON.stringify(seal(JSON.stringify(data)))}} -->`;
}

function observe(body: string) {
  return observeRecord(body, { seal, copy });
}

describe('observeRecord', () => {
  it('reads what renderRecordLine wrote, from the last line', () => {
    expect(observe(`<!-- unpause:status -->\nText\n\n${renderRecordLine(record, seal)}`)).toEqual({ kind: 'sound', record });
  });

  it('reads a record at the end only: a line in the middle is somebody else’s', () => {
    expect(observe(`${renderRecordLine(record, seal)}\nText`)).toEqual({ kind: 'unreadable', copy });
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '<!-- unpause:record {oh -->'],
    ['a record without its version', '<!-- unpause:record {"record":{},"seal":"x"} -->'],
    ['another shape', signed({ version: 3 })],
    ['an unknown key', signed({ version: 3, firstSeenAt: '2026-03-01T10:00:00.000Z', more: 1 })],
    ['more than a record can be', `<!-- unpause:record ${' '.repeat(70_000)}{} -->`],
  ])('says that %s is unreadable, and falls back on the copy', (_, line) => {
    expect(observe(line)).toEqual({ kind: 'unreadable', copy });
  });

  it('says that a record was altered when the seal is not of this text', () => {
    const line = renderRecordLine(record, () => 'another key');
    expect(observe(line)).toEqual({ kind: 'altered', copy });
  });

  it('takes a record that has read less than the copy for one that somebody put back', () => {
    const read = (until: string): Record => ({ ...record, read: { until, ids: [] } });
    const known = read('2026-03-02T10:00:00Z');
    const observed = (kept: Record) => observeRecord(renderRecordLine(kept, seal), { seal, copy: known }).kind;
    expect([record, read('2026-03-02T09:59:59Z'), known, read('2026-03-02T10:00:01Z')].map(observed)).toEqual(['altered', 'altered', 'sound', 'sound']);
  });

  it('never throws, whatever stands there', () => {
    const bodies = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.json().map((json) => `<!-- unpause:record ${json} -->`));
    fc.assert(fc.property(bodies, (body) => observe(body).kind !== 'sound'), { numRuns: runs({ desk: 300, ci: 1000, long: 10_000 }), seed });
  });
});

describe('decodeRecord', () => {
  it('reads what encodeRecord wrote', () => {
    expect(decodeRecord(JSON.parse(JSON.stringify(encodeRecord(record))))).toEqual(record);
  });

  it('takes a record of the first version along', () => {
    expect(decodeRecord({ version: 1, firstSeenAt: '2026-03-01T10:00:00.000Z', rebuilt: null })).toEqual(record);
  });

  it('knows no record of a later version, and the status comment is left alone', () => {
    expect(decodeRecord({ version: 4, firstSeenAt: '2026-03-01T10:00:00.000Z' })).toBeNull();
    const later = JSON.stringify({ version: 4, more: true });
    expect(observe(`<!-- unpause:record {"record":${later},"seal":"${seal(later)}"} -->`)).toEqual({ kind: 'newer', version: 4 });
  });
});

describe('renderRecordLine', () => {
  it('cannot be ended from within', () => {
    const line = renderRecordLine(record, () => '--> <b> --!> <!--');
    expect(line.slice(4, -3)).not.toMatch(/--|<|>/);
    expect(observeRecord(line, { seal: () => '--> <b> --!> <!--', copy: null })).toEqual({ kind: 'sound', record });
  });
});
