import { Button, SegmentedControl, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import type { MantineColorScheme } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../gateway/queries.js';
import { session } from '../sign-in/session.js';
import styles from './user-menu.module.css';

const schemes: { value: MantineColorScheme; label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'As the system' },
];

/** Who is signed in and as what, the colour scheme, and the way out. The browser closes it and returns the focus. */
export function UserMenu() {
  const me = useQuery(meQuery).data;
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <UnstyledButton
        className={styles.user}
        aria-label={me ? `${initials(me.name)}, account of ${me.name}` : 'Account'}
        popoverTarget="account"
      >
        {initials(me?.name)}
      </UnstyledButton>
      <div id="account" popover="auto" className={styles.menu} role="group" aria-label="Account">
        <strong>{me?.name}</strong>
        <span className="quiet">{me?.roles.map(roleWords).join(', ')}</span>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label="Colours"
          value={colorScheme}
          onChange={(value) => setColorScheme(value as MantineColorScheme)}
          data={schemes}
        />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconLogout size={16} />}
          onClick={() => void session.signOut()}
        >
          Sign out
        </Button>
      </div>
    </>
  );
}

function initials(name = ''): string {
  const words = name.split(/\s+/).filter(Boolean);
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase();
}

/** `pmo-manager` is `PMO manager` on the screen. */
function roleWords(role: string): string {
  const words = role.replaceAll('-', ' ').replace(/\bpmo\b/, 'PMO');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
