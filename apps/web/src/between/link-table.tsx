import type { ProjectLinkLine } from '@meridian/contracts-projects';
import { Link } from '@tanstack/react-router';
import { formatDay } from '../dates/format-day.js';
import { HealthBadge } from '../health/health-badge.js';
import parts from '../parts/parts.module.css';
import styles from './between.module.css';
import { daysOf, kindWords, linkStanding } from './between-words.js';
import { RemoveLink } from './remove-link.js';

interface LinkTableProps {
  readonly projectId: string;
  readonly links: readonly ProjectLinkLine[];
  readonly mayWrite: boolean;
}

/** Incoming links first, then outgoing ones, each with both dates and how far the given one may move. */
export function LinkTable({ projectId, links, mayWrite }: LinkTableProps) {
  const ordered = [...links].sort((a, b) => b.direction.localeCompare(a.direction));
  return (
    <div className={parts.scroller}>
      <table className={`${parts.table} ${parts.whole}`}>
        <thead>
          <tr>
            <th scope="col">Task here</th>
            <th scope="col">Link</th>
            <th scope="col">Task of the other project</th>
            <th
              scope="col"
              className={parts.number}
              title="Working days that the given date may move before the task that waits moves"
            >
              Slack
            </th>
            <th scope="col" className={parts.number} title="Total float of the task that waits">
              Float
            </th>
            <th scope="col">State</th>
            {mayWrite && (
              <th scope="col">
                <span className="sr-only">Take it off</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {ordered.map((line) => (
            <tr key={line.linkId}>
              <td>
                {line.taskName ?? 'a task that left the plan'}
                <Day on={line.ownOn} />
              </td>
              <td>
                <strong>{line.direction === 'waits' ? 'waits' : 'gives'}</strong>
                <small className={styles.under}>{directionWords(line)}</small>
              </td>
              <td>
                {line.otherTaskName ?? (line.otherProjectId ? 'a task that left the plan' : 'not told')}
                <small className={styles.under}>
                  <Other line={line} />
                  {line.otherOn && `, ${formatDay(line.otherOn)}`}
                </small>
              </td>
              <td className={parts.number}>
                {line.slackMinutes === undefined ? '–' : daysOf(line.slackMinutes)}
              </td>
              <td className={parts.number}>
                {line.floatMinutes === undefined ? '–' : daysOf(line.floatMinutes)}
              </td>
              <td>
                <HealthBadge {...linkStanding(line)} />
              </td>
              {mayWrite && (
                <td>{line.direction === 'waits' && <RemoveLink projectId={projectId} line={line} />}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Day({ on }: { readonly on: string | undefined }) {
  return on === undefined ? null : <small className={styles.under}>{formatDay(on)}</small>;
}

export function Other({ line }: { readonly line: Pick<ProjectLinkLine, 'otherName' | 'otherProjectId'> }) {
  if (line.otherProjectId === undefined) return line.otherName;
  return (
    <Link to="/projects/$projectId" params={{ projectId: line.otherProjectId }} hash="between">
      {line.otherName}
    </Link>
  );
}

function directionWords(line: ProjectLinkLine): string {
  return line.direction === 'waits'
    ? kindWords(line)
    : `the other ${kindWords(line).replace('the other', 'it')}`;
}
