import type { RiskMatrix } from '@meridian/contracts-projects';
import { Link } from '@tanstack/react-router';
import { formatMoney } from '../money/format-money.js';
import { Panel } from '../parts/panel.js';
import parts from '../parts/parts.module.css';

const columns = ['Risks', 'High', 'Exposure', 'Opportunities', 'Net'] as const;

/** What the open risks of each project come to in money, the greatest first. */
export function ProjectExposures({ matrix: { projects, projectCount } }: { readonly matrix: RiskMatrix }) {
  return (
    <Panel
      title="Exposure by project"
      note={projectCount > projects.length ? `the first ${projects.length} of ${projectCount}` : undefined}
    >
      <div className={parts.scroller} tabIndex={0} role="region" aria-label="Exposure by project table">
        <table className={`${parts.table} ${parts.whole}`}>
          <thead>
            <tr>
              <th scope="col">Project</th>
              {columns.map((title) => (
                <th key={title} scope="col" className={parts.number}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {projects.map(({ projectId, code, name, currency, ...sums }) => (
              <tr key={projectId}>
                <td>
                  <Link to="/projects/$projectId" params={{ projectId }} hash="raid">
                    {name}
                  </Link>{' '}
                  <span className="quiet">{code}</span>
                </td>
                <td className={parts.number}>{sums.riskCount}</td>
                <td className={parts.number}>{sums.highCount}</td>
                {[sums.exposureMinor, sums.opportunityMinor, sums.netMinor].map((minor, at) => (
                  <td key={columns[at + 2]} className={parts.number}>
                    {formatMoney(minor, currency)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
