import type { PortfolioHealthFigures } from '@meridian/contracts-reporting';
import { healthWords } from '../health/health-state.js';
import { formatCount, formatPercent } from '../money/format-money.js';
import { KeyFigure } from './key-figure.js';
import styles from './today.module.css';

const order = [
  ['on-track', 'onTrack'],
  ['at-risk', 'atRisk'],
  ['off-track', 'offTrack'],
  ['unknown', 'unknown'],
] as const;

/** How many projects are on track, with the split as a bar. */
export function HealthFigure({ health }: { readonly health: PortfolioHealthFigures }) {
  if (health.projects === 0)
    return <KeyFigure title="Portfolio health" value="–" detail="No project is in your view yet." />;
  const parts = order
    .map(([state, field]) => ({ state, count: health[field] }))
    .filter(({ count }) => count > 0);
  const words = parts.map(({ state, count }) => `${formatCount(count)} ${healthWords[state].toLowerCase()}`);
  return (
    <KeyFigure
      title="Portfolio health"
      href="#projects"
      value={`${formatPercent((health.onTrack / health.projects) * 100)} on track`}
      detail={[...words, ...pipelineWords(health)].join(', ')}
    >
      <div className={styles.healthBar} aria-hidden>
        {parts.map(({ state, count }) => (
          <span key={state} data-state={state} style={{ flexGrow: count }} />
        ))}
      </div>
    </KeyFigure>
  );
}

/** What may become a project stands apart from what is one. */
function pipelineWords({ pipeline = [] }: PortfolioHealthFigures): readonly string[] {
  const waiting = pipeline.reduce((sum, { projects }) => sum + projects, 0);
  return waiting === 0 ? [] : [`${formatCount(waiting)} in the pipeline`];
}
