import type { StatusLine } from '@meridian/contracts-reporting';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { withReadableDays } from '../dates/days-in-words.js';
import { formatDay, formatSlip } from '../dates/format-day.js';
import { HealthBadge } from '../health/health-badge.js';
import { formatDeviation, formatIndex, formatMoneyRounded, formatPercent } from '../money/format-money.js';
import { Figure } from '../parts/figure.js';
import parts from '../parts/parts.module.css';
import { overrunOf, slipOf } from './sort-lines.js';
import styles from './today.module.css';

const none = '–';

/** One project of the grid. */
export const ProjectRow = memo(function ProjectRow({ line }: { readonly line: StatusLine }) {
  const { percentComplete, cpi, spi, finish } = line;
  return (
    <tr>
      <td>
        <Figure value={line.overall}>
          <HealthBadge state={line.overall} reason={reasonsOf(line)} />
        </Figure>
      </td>
      <td data-wide className="quiet">
        {line.code}
      </td>
      <td>
        <Link className={styles.project} to="/projects/$projectId" params={{ projectId: line.projectId }}>
          {line.name}
        </Link>
        {line.managerName && <span className={styles.manager}>{line.managerName}</span>}
      </td>
      <td data-wide>{line.programme ?? none}</td>
      <td className={parts.number} data-extra>
        <Figure value={percentComplete === undefined ? none : formatPercent(Number(percentComplete))} />
      </td>
      <td className={parts.number} data-extra>
        <Figure value={cpi === undefined ? none : formatIndex(cpi)} />
      </td>
      <td className={parts.number} data-extra>
        <Figure value={spi === undefined ? none : formatIndex(spi)} />
      </td>
      <td className={parts.number} data-extra>
        <Figure value={forecastWords(line)} />
      </td>
      <td className={parts.number}>
        <Figure value={finish ? formatDay(finish) : none} />
        <Slip days={slipOf(line)} />
      </td>
    </tr>
  );
});

function Slip({ days }: { readonly days: number | undefined }) {
  if (days === undefined) return null;
  return (
    <span className={styles.slip} data-late={days > 0 || undefined}>
      {formatSlip(days)}
    </span>
  );
}

function forecastWords(line: StatusLine): string {
  if (!line.eacMinor || !line.currency) return none;
  const overrun = overrunOf(line);
  const amount = formatMoneyRounded(line.eacMinor, line.currency);
  return overrun === undefined ? amount : `${amount} (${formatDeviation(overrun)})`;
}

/** Why the project stands as it does: the reasons of everything that is not on track. */
function reasonsOf(line: StatusLine): string {
  const reasons = [line.schedule, line.cost, line.quality, line.resources]
    .filter((dimension) => dimension.state === 'off-track' || dimension.state === 'at-risk')
    .map((dimension) => dimension.reason);
  return reasons.length > 0 ? withReadableDays(reasons.join('\n')) : 'Every known dimension is on track.';
}
