import { Button, SegmentedControl, TextInput } from '@mantine/core';
import type { CapacityHeatMapFigures } from '@meridian/contracts-resourcing';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { heatMapQuery } from '../gateway/capacity-queries.js';
import { useMay } from '../gateway/use-may.js';
import { LevellingForm } from '../levelling/levelling-form.js';
import { formatCount } from '../money/format-money.js';
import { PeopleLinks } from '../people/people-links.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { useTitle } from '../parts/use-title.js';
import { CellPanel } from './cell-panel.js';
import { HeatKey } from './heat-key.js';
import { HeatTable } from './heat-table.js';
import type { CellPlace } from './heat-table.js';
import { heatRows, rowsWith } from './heat-rows.js';
import type { Grouping } from './heat-rows.js';

const spans = [12, 26, 52];
const rowsAtOnce = 60;
const ways = [
  { value: 'person', label: 'People' },
  { value: 'role', label: 'Roles' },
  { value: 'team', label: 'Teams' },
];

/** How full everybody's weeks are: the number in every cell, the size of every overload, and what lies behind it. */
export function CapacityPage() {
  const { by = 'person', weeks = 12, q = '' } = useSearch({ from: '/capacity' });
  const navigate = useNavigate({ from: '/capacity' });
  const answer = useQuery(heatMapQuery(weeks));
  const mayLevel = useMay('resource:write') === true;
  useTitle('Capacity');
  const search = (part: { by?: Grouping; weeks?: number; q?: string | undefined }): void =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  return (
    <>
      <PageHead
        title="Capacity"
        under="Booked hours of all projects together, in percent of the hours that people have, leave taken off."
      />
      <PeopleLinks />
      <div className={page.page}>
        <Panel
          title="Heat map"
          side={
            <>
              <TextInput
                size="xs"
                type="search"
                aria-label="Filter by name, role or team"
                placeholder="Name, role or team"
                leftSection={<IconSearch size={14} />}
                value={q}
                onChange={({ currentTarget }) => search({ q: currentTarget.value || undefined })}
              />
              <SegmentedControl
                size="xs"
                aria-label="Rows"
                value={by}
                onChange={(value) => search({ by: value as Grouping })}
                data={ways}
              />
              <SegmentedControl
                size="xs"
                aria-label="Weeks"
                value={String(weeks)}
                onChange={(value) => search({ weeks: Number(value) })}
                data={spans.map((span) => ({ value: String(span), label: `${span} weeks` }))}
              />
            </>
          }
        >
          <Reading answer={answer} what="The heat map" lines={12}>
            {(figures) => (
              <HeatMap
                key={`${by} ${weeks} ${q}`}
                figures={figures}
                by={by}
                q={q}
                onFocusPerson={(name) => search({ by: 'person', q: name })}
              />
            )}
          </Reading>
        </Panel>
        {mayLevel && <LevellingForm />}
      </div>
    </>
  );
}

interface HeatMapProps {
  readonly figures: CapacityHeatMapFigures;
  readonly by: Grouping;
  readonly q: string;
  readonly onFocusPerson: (name: string) => void;
}

function HeatMap({ figures, by, q, onFocusPerson }: HeatMapProps) {
  const [shown, setShown] = useState(rowsAtOnce);
  const [place, setPlace] = useState<CellPlace>();
  const rows = rowsWith(heatRows(figures, by), q);
  if (figures.people.length === 0)
    return (
      <EmptyState title="Nobody is here yet">
        People come from the HR system or are recorded by the resource manager; their bookings come from the
        plans.
      </EmptyState>
    );
  if (rows.length === 0)
    return (
      <EmptyState title={`Nobody has “${q}” in name, role or team`}>
        Clear the filter to see everybody.
      </EmptyState>
    );
  const chosen = place && rows.find(({ key }) => key === place.key);
  return (
    <>
      <HeatTable rows={rows.slice(0, shown)} weeks={figures.weeks} place={place} onChoose={setPlace} />
      {rows.length > shown && (
        <Button size="compact-sm" variant="subtle" onClick={() => setShown(shown + rowsAtOnce)}>
          {formatCount(shown)} of {formatCount(rows.length)} rows are here. Show more
        </Button>
      )}
      <HeatKey />
      {place && chosen && (
        <CellPanel
          row={chosen}
          week={place.week}
          monday={figures.weeks[place.week] ?? ''}
          onFocusPerson={onFocusPerson}
        />
      )}
    </>
  );
}
