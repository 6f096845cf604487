import { IconBriefcase, IconSunHigh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMay } from '../gateway/use-may.js';
import { portfolioRead } from '../today/portfolio-read.js';
import styles from './shell.module.css';

const entries = [
  { to: '/', label: 'Today', Icon: IconSunHigh, needs: portfolioRead },
  { to: '/projects', label: 'Projects', Icon: IconBriefcase, needs: undefined },
] as const;

interface NavigationProps {
  readonly isOpen: boolean;
  /** Someone chose an entry: a narrow screen closes the list. */
  readonly onGone: () => void;
}

export function Navigation({ isOpen, onGone }: NavigationProps) {
  const seesPortfolio = useMay(portfolioRead) !== false;
  const shown = entries.filter(({ needs }) => needs === undefined || seesPortfolio);
  return (
    <nav id="navigation" className={styles.navigation} data-open={isOpen} aria-label="Main">
      {shown.map(({ to, label, Icon }) => (
        <Link
          key={to}
          to={to}
          className={styles.entry}
          activeOptions={{ exact: to === '/', includeSearch: false }}
          onClick={onGone}
        >
          <Icon size={18} stroke={1.7} aria-hidden />
          {label}
        </Link>
      ))}
    </nav>
  );
}
