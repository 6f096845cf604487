import {
  IconAlertTriangle,
  IconArrowsExchange,
  IconBuildingBank,
  IconBriefcase,
  IconBuildingCommunity,
  IconBulb,
  IconCertificate,
  IconClock,
  IconClockCheck,
  IconCoins,
  IconListNumbers,
  IconReceipt2,
  IconPackage,
  IconPlant2,
  IconScale,
  IconSitemap,
  IconSunHigh,
  IconTargetArrow,
  IconTemplate,
  IconUserCheck,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../gateway/queries.js';
import { portfolioRead } from '../today/portfolio-read.js';
import styles from './shell.module.css';

const entries = [
  { to: '/', label: 'Today', Icon: IconSunHigh, needs: portfolioRead },
  { to: '/projects', label: 'Projects', Icon: IconBriefcase, needs: undefined },
  { to: '/tree', label: 'Portfolio tree', Icon: IconSitemap, needs: undefined },
  { to: '/rollouts', label: 'Roll-outs', Icon: IconTemplate, needs: 'portfolio:write' },
  { to: '/risks', label: 'Risks', Icon: IconAlertTriangle, needs: undefined },
  { to: '/lessons', label: 'Lessons', Icon: IconBulb, needs: undefined },
  { to: '/capacity', label: 'Capacity', Icon: IconUsers, needs: 'resource:read' },
  { to: '/bookings', label: 'Bookings', Icon: IconUserCheck, needs: 'time:decide' },
  { to: '/skills', label: 'Skills', Icon: IconCertificate, needs: 'time:write' },
  { to: '/deliverables', label: 'Deliverables', Icon: IconPackage, needs: undefined },
  { to: '/budgets', label: 'Budgets', Icon: IconCoins, needs: 'budget:approve' },
  { to: '/accounts', label: 'Accounts', Icon: IconBuildingBank, needs: 'budget:approve' },
  { to: '/scoring', label: 'Scoring', Icon: IconListNumbers, needs: 'candidate:score' },
  { to: '/rates', label: 'Rates', Icon: IconReceipt2, needs: 'rate:read' },
  { to: '/scenarios', label: 'Scenarios', Icon: IconScale, needs: 'budget:approve' },
  {
    to: '/change-sets',
    label: 'Decided changes',
    Icon: IconArrowsExchange,
    needs: ['project:write', 'budget:approve'],
  },
  { to: '/benefits', label: 'Benefits', Icon: IconTargetArrow, needs: 'benefit:measure' },
  { to: '/timesheet', label: 'My time', Icon: IconClock, needs: 'time:write' },
  { to: '/timesheets', label: 'Time of others', Icon: IconClockCheck, needs: 'time:decide' },
  { to: '/growth', label: 'My growth', Icon: IconPlant2, needs: 'time:write' },
  { to: '/team', label: 'My people', Icon: IconUsersGroup, needs: 'time:decide' },
  { to: '/units', label: 'Units', Icon: IconBuildingCommunity, needs: 'resource:read' },
] as const;

interface NavigationProps {
  readonly isOpen: boolean;
  /** Someone chose an entry: a narrow screen closes the list. */
  readonly onGone: () => void;
}

export function Navigation({ isOpen, onGone }: NavigationProps) {
  const permissions = useQuery(meQuery).data?.permissions;
  const shown = entries.filter(({ needs }) => mayOpen(needs, permissions));
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

/** Until the gateway says who it is only the first page is offered to all, so that nothing comes and goes. */
function mayOpen(
  needs: string | readonly string[] | undefined,
  permissions: readonly string[] | undefined,
): boolean {
  if (needs === undefined) return true;
  if (!permissions) return needs === portfolioRead;
  return [needs].flat().some((one) => permissions.includes(one));
}
