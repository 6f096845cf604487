import { Link } from '@tanstack/react-router';
import { useMay } from '../gateway/use-may.js';
import styles from './people-links.module.css';

const links = [
  { to: '/capacity', label: 'Capacity', needs: 'resource:read' },
  { to: '/bookings', label: 'Bookings', needs: 'time:decide' },
  { to: '/staffing', label: 'Suggestions', needs: 'resource:write' },
  { to: '/skills', label: 'Skills', needs: 'time:write' },
  { to: '/person-time', label: 'Time compared', needs: 'time:write' },
  { to: '/partners', label: 'Partners', needs: 'resource:read' },
  { to: '/hand-overs', label: 'Hand-overs', needs: 'resource:write' },
] as const;

/** The pages about people beside one another; those that the reader cannot open are left out. */
export function PeopleLinks() {
  const may = {
    'resource:read': useMay('resource:read'),
    'resource:write': useMay('resource:write'),
    'time:decide': useMay('time:decide'),
    'time:write': useMay('time:write'),
  };
  return (
    <nav className={styles.links} aria-label="People">
      {links
        .filter(({ needs }) => may[needs] === true)
        .map(({ to, label }) => (
          <Link key={to} to={to} activeOptions={{ includeSearch: false }}>
            {label}
          </Link>
        ))}
    </nav>
  );
}
