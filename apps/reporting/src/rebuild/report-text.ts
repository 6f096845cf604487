import type { RebuildReport } from './rebuild.js';

/** The report as people read it. */
export function reportText(report: RebuildReport): string {
  const { owners, events, seconds, eventsPerSecond, pausedMs, rows, checksum, isEqual, differing } = report;
  const lines = [
    ...Object.entries(owners).map(
      ([owner, figures]) =>
        `${owner.padEnd(12)} ${grouped(figures.events).padStart(12)} events of ${grouped(figures.aggregates)} aggregates`,
    ),
    `${'together'.padEnd(12)} ${grouped(events).padStart(12)} events in ${seconds.toFixed(1)} s: ${grouped(eventsPerSecond)} events/s`,
    ...Object.entries(rows).map(
      ([table, count]) => `${table.padEnd(14)} ${grouped(count).padStart(10)} rows`,
    ),
    `events waited for ${pausedMs} ms while the tables were swapped; reads did not`,
    `checksum before ${checksum.before}`,
    `checksum after  ${checksum.after}`,
    isEqual ? 'The rows are the same.' : 'These rows are not the same (the first of each table):',
    ...differing.map((row) => `  ${row}`),
  ];
  return `${lines.join('\n')}\n`;
}

function grouped(whole: number): string {
  return whole.toLocaleString('en');
}
