import { Button } from '@mantine/core';
import type { Recorded, TimesheetFigures } from '@meridian/contracts-resourcing';
import { useState } from 'react';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import { AddRow } from './add-row.js';
import { ApprovedLines } from './approved-lines.js';
import { minutesOf } from './hours.js';
import styles from './time.module.css';
import { emptyRow, gridOf, linesOf, type GridRow } from './week-grid.js';
import { WeekTable } from './week-table.js';

/** What can still be written of a sheet; handed in, it is only shown. */
export function WeekForm({ sheet }: { readonly sheet: TimesheetFigures }) {
  const { weekStart, version, state, entries } = sheet;
  const [rows, setRows] = useState(() => gridOf(sheet));
  const [taken, setTaken] = useState(() =>
    entries.flatMap((one) => (one.isApproved ? [] : (one.reversesEntryId ?? []))),
  );
  const [isChanged, setChanged] = useState(false);
  const change = useSend<Recorded>([['time']]);
  const isWaiting = state === 'submitted';
  const edit = (next: readonly GridRow[]): void => {
    setRows([...next]);
    setChanged(true);
  };
  const isWrong = rows.some(({ hours }) => hours.some((text) => minutesOf(text) === undefined));
  const takenBack = entries.filter(({ entryId }) => taken.includes(entryId));
  const record = () =>
    change.mutateAsync({
      method: 'PUT',
      path: '/v1/timesheet',
      body: { weekStart, lines: linesOf(weekStart, rows, takenBack) },
      version,
    });
  const handIn = async (): Promise<void> => {
    const seen = isChanged ? (await record()).version : version;
    await change.mutateAsync({
      method: 'POST',
      path: '/v1/timesheet/submission',
      body: { weekStart },
      version: seen,
    });
  };
  return (
    <>
      <WeekTable sheet={sheet} rows={rows} onChange={isWaiting ? undefined : edit} />
      {!isWaiting && <AddRow rows={rows} onAdd={(work) => edit([...rows, emptyRow(work)])} />}
      <ApprovedLines
        entries={entries}
        taken={taken}
        onTake={
          isWaiting
            ? undefined
            : (entryId) => {
                setTaken(
                  taken.includes(entryId) ? taken.filter((one) => one !== entryId) : [...taken, entryId],
                );
                setChanged(true);
              }
        }
      />
      {!isWaiting && (
        <div className={styles.actions}>
          <Button
            size="sm"
            variant="default"
            disabled={!isChanged || isWrong}
            loading={change.isPending}
            onClick={() => void record().catch(() => undefined)}
          >
            Save
          </Button>
          <Button
            size="sm"
            disabled={isWrong || (state === 'approved' && !isChanged)}
            loading={change.isPending}
            onClick={() => void handIn().catch(() => undefined)}
          >
            Hand in
          </Button>
          {isWrong && (
            <span className={styles.wrong}>Hours are numbers from 0 to 24, such as 7.5 or 7:30.</span>
          )}
        </div>
      )}
      <ChangeProblem cause={change.error} />
    </>
  );
}
