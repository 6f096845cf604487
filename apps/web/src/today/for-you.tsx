import { Button } from '@mantine/core';
import type { OwnAttentionLine } from '@meridian/contracts-reporting';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { withReadableDays } from '../dates/days-in-words.js';
import { useMay } from '../gateway/use-may.js';
import { ownAttentionQuery } from '../growth/growth-queries.js';
import { HealthBadge } from '../health/health-badge.js';
import { Panel } from '../parts/panel.js';
import styles from './today.module.css';

const words: Record<OwnAttentionLine['kind'], string> = {
  'concern-answer': 'Answer',
  'concern-owed': 'Remind',
  performance: 'Read first',
};

/** What waits for the reader alone; nothing at all where nothing does. It is no part of what others see of the day. */
export function ForYou() {
  const mayAsk = useMay('time:write');
  const { data } = useQuery({ ...ownAttentionQuery, enabled: mayAsk === true });
  if (data === undefined || data.lines.length === 0) return null;
  return (
    <Panel className={styles.alone} title="For you alone" note="Nobody else sees these lines">
      <ul className={styles.attention}>
        {data.lines.map((line) => (
          <OwnLine key={line.lineId} line={line} />
        ))}
      </ul>
    </Panel>
  );
}

function OwnLine({ line: { kind, severity, title, detail, period } }: { readonly line: OwnAttentionLine }) {
  return (
    <li className={styles.line}>
      <HealthBadge state={severity === 'red' ? 'off-track' : 'at-risk'} word={words[kind]} />
      <div className={styles.lineText}>
        <strong>{title}</strong>
        <span>{withReadableDays(detail)}</span>
      </div>
      {kind !== 'concern-owed' && (
        <Button
          className={styles.action}
          size="compact-xs"
          variant="default"
          renderRoot={(props) => (
            <Link
              {...props}
              to="/growth"
              search={{ period }}
              hash={kind === 'performance' ? 'figures' : 'concerns'}
              aria-label={`Open: ${title}`}
            />
          )}
        >
          {kind === 'performance' ? 'Read them' : 'Answer'}
        </Button>
      )}
    </li>
  );
}
