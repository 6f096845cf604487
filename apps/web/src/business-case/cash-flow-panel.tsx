import { SegmentedControl } from '@mantine/core';
import type { BusinessCaseFigures } from '@meridian/contracts-budgeting';
import { useState } from 'react';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import { CashFlowChart } from './cash-flow-chart.js';
import { CashFlowTable } from './cash-flow-table.js';

const views = [
  { value: 'chart', label: 'Chart' },
  { value: 'table', label: 'Table' },
];

/** The money of a version, period by period, beside the version before it. */
export function CashFlowPanel({ versions }: { readonly versions: readonly BusinessCaseFigures[] }) {
  const [view, setView] = useState('chart');
  const [chosen, setChosen] = useState(0);
  const version = versions[chosen] ?? versions[0];
  if (!version) return null;
  return (
    <Panel
      title="Cash flow"
      side={
        <>
          <select
            className={forms.input}
            aria-label="Version"
            value={chosen}
            onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}
          >
            {versions.map(({ version: number }, place) => (
              <option key={number} value={place}>
                Version {number}
              </option>
            ))}
          </select>
          <SegmentedControl size="xs" aria-label="View" value={view} onChange={setView} data={views} />
        </>
      }
    >
      {view === 'chart' ? (
        <CashFlowChart version={version} before={versions[chosen + 1]} />
      ) : (
        <CashFlowTable version={version} />
      )}
    </Panel>
  );
}
