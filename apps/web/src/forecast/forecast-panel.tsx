import { SegmentedControl } from '@mantine/core';
import type { ForecastFigure, ForecastRange } from '@meridian/contracts-budgeting';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../dates/format-day.js';
import { forecastQuery } from '../gateway/money-queries.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { ForecastChart } from './forecast-chart.js';
import styles from './forecast.module.css';
import { forecastMarks, methodWords } from './method-words.js';
import { placeWords, rangeSentence } from './range-sentence.js';

const ways = [
  { value: 'cost', label: 'Cost' },
  { value: 'finish', label: 'Finish' },
];

/** What the project will have cost and when it will be finished, by every method side by side. */
export function ForecastPanel({ projectId }: { readonly projectId: string }) {
  const [of, setOf] = useState<ForecastFigure['of']>('cost');
  const [statusDate, setStatusDate] = useState('');
  const answer = useQuery(forecastQuery(projectId, statusDate));
  const range = answer.data;
  const latest = useQuery(forecastQuery(projectId, '')).data;
  return (
    <Panel
      anchor="forecast"
      title="Forecasts"
      note={
        range?.statusDate &&
        `status of ${formatDay(range.statusDate)}${range.isKept ? ', kept as it was said' : ''}`
      }
      side={
        <>
          {latest !== undefined && latest.keptFor.length > 0 && (
            <select
              className={forms.input}
              aria-label="As it was said for"
              value={statusDate}
              onChange={({ currentTarget }) => setStatusDate(currentTarget.value)}
            >
              <option value="">As of now</option>
              {latest.keptFor.map((day) => (
                <option key={day} value={day}>
                  As of {formatDay(day)}
                </option>
              ))}
            </select>
          )}
          <SegmentedControl
            size="xs"
            aria-label="Forecast of"
            value={of}
            onChange={(value) => setOf(value as ForecastFigure['of'])}
            data={ways}
          />
        </>
      }
    >
      <Reading answer={answer} what="The forecasts" lines={8}>
        {(read) => <Range range={read} of={of} />}
      </Reading>
    </Panel>
  );
}

interface RangeProps {
  readonly range: ForecastRange;
  readonly of: ForecastFigure['of'];
}

function Range({ range, of }: RangeProps) {
  const { marks, silent } = forecastMarks(range, of);
  if (marks.length === 0)
    return (
      <EmptyState title="No method can say anything yet">
        Forecasts need an approved budget, a plan with dates, and a first report of progress and cost.
      </EmptyState>
    );
  return (
    <>
      <p className={styles.sentence}>{rangeSentence(range, of)}</p>
      <ForecastChart range={range} of={of} marks={marks} />
      <details className={forms.disclosure}>
        <summary>Formulas and sources{silent.length > 0 && `, and why ${silent.length} say nothing`}</summary>
        <dl className={styles.methods}>
          {[...marks.map(({ figure }) => figure), ...silent].map((figure) => (
            <div key={figure.method}>
              <dt>
                {methodWords(figure.method)}{' '}
                <span className="figures">{placeWords(figure, range.currency)}</span>
              </dt>
              <dd>
                {figure.notAvailable && <strong>{figure.notAvailable} </strong>}
                {figure.formula}. <span className="quiet">{figure.source}</span>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
