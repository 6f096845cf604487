import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { portfolioNamesQuery } from '../gateway/queries.js';
import styles from './shell.module.css';

/** Narrows every page to one portfolio; the choice is in the address. */
export function PortfolioSwitch() {
  const { portfolio } = useSearch({ from: '__root__' });
  const navigate = useNavigate();
  const names = useQuery(portfolioNamesQuery).data ?? [];
  const known = portfolio && !names.includes(portfolio) ? [portfolio, ...names] : names;
  if (known.length === 0) return null;
  return (
    <NativeSelect
      className={styles.switch}
      size="xs"
      aria-label="Portfolio"
      value={portfolio ?? ''}
      onChange={({ currentTarget }) => {
        const chosen = currentTarget.value || undefined;
        void navigate({ to: '.', search: (before) => ({ ...before, portfolio: chosen }) });
      }}
      data={[{ value: '', label: 'All portfolios' }, ...known.map((name) => ({ value: name, label: name }))]}
    />
  );
}
