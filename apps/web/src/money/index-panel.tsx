import type { MoneyFigures } from '@meridian/contracts-budgeting';
import { formatDay } from '../dates/format-day.js';
import { HealthBadge } from '../health/health-badge.js';
import { Panel } from '../parts/panel.js';
import { indexReadings } from './index-words.js';
import type { IndexReading } from './index-words.js';
import styles from './money.module.css';

interface IndexPanelProps {
  readonly money: MoneyFigures;
  readonly currency: string;
}

/** What the letters of earned value mean for this project, in sentences. */
export function IndexPanel({ money, currency }: IndexPanelProps) {
  const note = money.statusDate ? `as of ${formatDay(money.statusDate)}` : undefined;
  return (
    <Panel title="How the money stands" note={note}>
      <dl className={styles.readings}>
        {indexReadings(money, currency).map((reading) => (
          <div key={reading.name}>
            <dt>{reading.name}</dt>
            <dd>
              {reading.value !== undefined && <strong>{reading.value}</strong>}
              <Mark reading={reading} />
              <span>{reading.sentence}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function Mark({ reading: { value, isBehind } }: { readonly reading: IndexReading }) {
  if (value === undefined) return <HealthBadge state="unknown" word="Not available" />;
  return isBehind ? (
    <HealthBadge state="at-risk" word="Look here" />
  ) : (
    <HealthBadge state="on-track" word="On plan" />
  );
}
