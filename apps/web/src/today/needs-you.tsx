import { Button } from '@mantine/core';
import type { AttentionLine, AttentionList } from '@meridian/contracts-reporting';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { today } from '../dates/format-day.js';
import type { MissingPart } from '../gateway/answers.js';
import { HealthBadge } from '../health/health-badge.js';
import { EmptyState } from '../parts/empty-state.js';
import { Figure } from '../parts/figure.js';
import { Part } from '../parts/missing-part.js';
import { Panel } from '../parts/panel.js';
import { attentionKinds } from './attention-kinds.js';
import { attentionDetail, attentionTitle } from './attention-words.js';
import styles from './today.module.css';

interface NeedsYouProps {
  readonly attention: AttentionList | null;
  readonly missing: readonly MissingPart[];
  readonly wide: string | undefined;
}

const firstLines = 6;

/** What waits for a person, most urgent first, each with the way to where it is settled. */
export function NeedsYou({ attention, missing, wide }: NeedsYouProps) {
  const [isWhole, setWhole] = useState(false);
  return (
    <Panel
      title="Needs you today"
      note={wide}
      side={attention && attention.total > 0 && <Count total={attention.total} />}
    >
      <Part answer={attention} part="attention" missing={missing}>
        {({ lines, total }) =>
          total === 0 ? (
            <EmptyState title="Nothing waits for you">
              Decisions, gates without evidence, budgets out of tolerance, overloads and slipped milestones
              would stand here.
            </EmptyState>
          ) : (
            <>
              <ul className={styles.attention}>
                {lines.slice(0, isWhole ? undefined : firstLines).map((line) => (
                  <Line key={line.attentionId} line={line} />
                ))}
              </ul>
              {lines.length > firstLines && (
                <Button size="compact-sm" variant="subtle" onClick={() => setWhole(!isWhole)}>
                  {isWhole ? 'Show fewer' : `Show ${lines.length - firstLines} more`}
                </Button>
              )}
            </>
          )
        }
      </Part>
    </Panel>
  );
}

function Count({ total }: { readonly total: number }) {
  return (
    <span className={styles.count}>
      <Figure value={String(total)} />
      <span className="sr-only"> lines</span>
    </span>
  );
}

function Line({ line }: { readonly line: AttentionLine }) {
  const { word, action, section } = attentionKinds[line.kind];
  return (
    <li className={styles.line}>
      <HealthBadge state={line.severity === 'red' ? 'off-track' : 'at-risk'} word={word} />
      <div className={styles.lineText}>
        <strong>{attentionTitle(line)}</strong>
        <span>{attentionDetail(line, today())}</span>
      </div>
      {line.projectId && (
        <Button
          className={styles.action}
          size="compact-xs"
          variant="default"
          renderRoot={(props) => (
            <Link
              {...props}
              to="/projects/$projectId"
              params={{ projectId: line.projectId ?? '' }}
              hash={section}
              aria-label={`${action}: ${line.title}`}
            />
          )}
        >
          {action}
        </Button>
      )}
    </li>
  );
}
