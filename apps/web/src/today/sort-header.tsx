import { UnstyledButton } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import parts from '../parts/parts.module.css';
import { sortOf } from './sort-lines.js';
import type { SortKey } from './sort-lines.js';
import styles from './today.module.css';

interface Column {
  readonly key: SortKey;
  readonly label: string;
  readonly kind?: 'number' | 'wide';
  /** Left out where the screen is narrow. */
  readonly isExtra?: boolean;
}

const columns: readonly Column[] = [
  { key: 'health', label: 'Health' },
  { key: 'code', label: 'Code', kind: 'wide' },
  { key: 'name', label: 'Project' },
  { key: 'programme', label: 'Programme', kind: 'wide' },
  { key: 'progress', label: 'Complete', kind: 'number', isExtra: true },
  { key: 'cpi', label: 'CPI', kind: 'number', isExtra: true },
  { key: 'spi', label: 'SPI', kind: 'number', isExtra: true },
  { key: 'cost', label: 'Forecast vs budget', kind: 'number', isExtra: true },
  { key: 'finish', label: 'Finish', kind: 'number' },
];

/** Column heads that sort; pressing the current one turns the order round. */
export function SortHeader() {
  const { sort } = useSearch({ from: '/' });
  const current = sortOf(sort);
  const navigate = useNavigate({ from: '/' });
  return (
    <tr>
      {columns.map(({ key, label, kind, isExtra }) => {
        const isCurrent = key === current.key;
        const next = isCurrent && !current.isReversed ? `-${key}` : key;
        return (
          <th
            key={key}
            scope="col"
            className={kind === 'number' ? parts.number : undefined}
            data-wide={kind === 'wide' || undefined}
            data-extra={isExtra}
            aria-sort={isCurrent ? (current.isReversed ? 'descending' : 'ascending') : undefined}
          >
            <UnstyledButton
              className={styles.sort}
              onClick={() =>
                void navigate({
                  search: (before) => ({ ...before, sort: next }),
                  replace: true,
                  resetScroll: false,
                })
              }
            >
              {label}
              <span aria-hidden>{isCurrent ? (current.isReversed ? ' ↓' : ' ↑') : ''}</span>
            </UnstyledButton>
          </th>
        );
      })}
    </tr>
  );
}
