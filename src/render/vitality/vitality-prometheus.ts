/** The figures of the period that runs and of the last one that is over, in Prometheus' text format. No label is a name that people gave. */
import type { Unit } from '../../decision/vitality/figure.ts';
import type { Finding, Vitality } from '../../decision/vitality/vitality.ts';

const gauges: Readonly<Record<Unit, { name: string; help: string }>> = {
  'working-days': { name: 'unpause_vitality_working_days', help: 'Figures of vitality in working days.' },
  share: { name: 'unpause_vitality_share', help: 'Figures of vitality that are a share, from 0 to 1.' },
  count: { name: 'unpause_vitality_count', help: 'Figures of vitality that are a count.' },
};

/** What is not known, or of too few cases, is left out. */
export function vitalityPrometheus({ findings }: Vitality): string {
  const units = Object.keys(gauges) as Unit[];
  return units.map((unit) => {
    const { name, help } = gauges[unit];
    const samples = findings.flatMap((finding) => samplesOf(finding, unit)).map(({ labels, value }) => `${name}{${labels}} ${value}\n`);
    return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${samples.join('')}`;
  }).join('');
}

function samplesOf({ figure, points }: Finding, unit: Unit): { labels: string; value: number }[] {
  const shown = [
    { period: 'current', point: points.findLast(({ isRunning }) => isRunning) },
    { period: 'last', point: points.findLast(({ isRunning }) => !isRunning) },
  ];
  return shown.flatMap(({ period, point }) =>
    figure.measures
      .filter((measure) => measure.unit === unit)
      .flatMap(({ id }) => {
        const value = point?.values[id] ?? null;
        return value === null ? [] : [{ labels: `figure="${figure.id}",measure="${id}",period="${period}"`, value }];
      }),
  );
}
