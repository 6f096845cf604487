import { Button } from '@mantine/core';
import type { LedgerLine } from '@meridian/contracts-budgeting';
import { useInfiniteQuery } from '@tanstack/react-query';
import { today } from '../dates/format-day.js';
import { statementPage, statementQuery } from '../gateway/money-queries.js';
import { usePersonNames } from '../people/person-names.js';
import type { PersonNames } from '../people/person-names.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import parts from '../parts/parts.module.css';
import { Reading } from '../parts/reading.js';
import styles from './budget.module.css';
import { BalanceSentence } from './balance-sentence.js';
import { StatementRow } from './statement-row.js';
import { reversedEntries, wholeEntries } from './whole-entries.js';

interface StatementPanelProps {
  readonly nodeId: string;
  readonly name: string;
  readonly currency: string;
  /** Balances and entries up to this day; empty for now. */
  readonly asOf: string | undefined;
  /** Names that the page knows, by person id. */
  readonly known?: PersonNames | undefined;
  readonly onAsOf: (day: string | undefined) => void;
}

/** Every posting on a place of the tree, who did it and on what decision, and where it stood on any day. */
export function StatementPanel({ nodeId, name, currency, asOf, known, onAsOf }: StatementPanelProps) {
  const statement = useInfiniteQuery(
    statementQuery(nodeId, asOf, ({ lines }) => wholeEntries(lines, statementPage).before),
  );
  const names = usePersonNames(known);
  return (
    <Panel
      title="Ledger statement"
      note={name}
      side={
        <label className={forms.check}>
          <span className="quiet">As of</span>
          <input
            className={forms.input}
            type="date"
            max={today()}
            value={asOf ?? ''}
            onChange={({ currentTarget }) => onAsOf(currentTarget.value || undefined)}
          />
        </label>
      }
    >
      <Reading answer={statement} what="The statement" lines={6}>
        {({ pages }) => (
          <>
            {pages[0] && <BalanceSentence statement={pages[0]} currency={currency} />}
            <Lines
              lines={pages.flatMap((page) => wholeEntries(page.lines, statementPage).lines)}
              currency={currency}
              names={names}
            />
          </>
        )}
      </Reading>
      {statement.hasNextPage && (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={statement.isFetchingNextPage}
          onClick={() => void statement.fetchNextPage()}
        >
          Show earlier entries
        </Button>
      )}
    </Panel>
  );
}

interface LinesProps {
  readonly lines: readonly LedgerLine[];
  readonly currency: string;
  readonly names: PersonNames;
}

function Lines({ lines, currency, names }: LinesProps) {
  if (lines.length === 0)
    return (
      <EmptyState title="Nothing is posted here">
        Budgets, orders and cost appear here with who posted them. Choose a later day, or another place of the
        tree.
      </EmptyState>
    );
  const reversed = reversedEntries(lines);
  return (
    <div className={parts.scroller} tabIndex={0} role="region" aria-label="Ledger entries">
      <table className={`${parts.table} ${styles.statement}`}>
        <thead>
          <tr>
            {['Entry', 'Day', 'What', 'For', 'Decision', 'By'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <th scope="col" className={parts.number}>
              Amount
            </th>
            <th scope="col">
              <span className="sr-only">Correction</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, place) => (
            <StatementRow
              key={`${line.entryNo} ${line.account} ${line.period} ${place}`}
              line={line}
              currency={currency}
              names={names}
              isReversed={reversed.has(line.entryId)}
              isFirst={lines[place - 1]?.entryId !== line.entryId}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
