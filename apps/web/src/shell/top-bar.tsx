import { ActionIcon } from '@mantine/core';
import { IconMenu2, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { LiveIndicator } from '../live/live-indicator.js';
import type { LiveState } from '../live/live-connection.js';
import { SearchButton } from '../search/search-button.js';
import { PortfolioSwitch } from './portfolio-switch.js';
import styles from './shell.module.css';
import { UserMenu } from './user-menu.js';

interface TopBarProps {
  readonly live: LiveState;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

export function TopBar({ live, isOpen, onToggle }: TopBarProps) {
  return (
    <header className={styles.top}>
      <ActionIcon
        className={styles.burger}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={isOpen ? 'Close the navigation' : 'Open the navigation'}
        aria-expanded={isOpen}
        aria-controls="navigation"
        onClick={onToggle}
      >
        {isOpen ? <IconX size={20} /> : <IconMenu2 size={20} />}
      </ActionIcon>
      <Link to="/" className={styles.brand} aria-label="Meridian, to the first page">
        <img src="/meridian.svg" alt="" width={24} height={24} />
        <span>Meridian</span>
      </Link>
      <PortfolioSwitch />
      <SearchButton />
      <LiveIndicator state={live} />
      <UserMenu />
    </header>
  );
}
