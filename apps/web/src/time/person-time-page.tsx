import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { personTimeQuery } from '../gateway/staffing-queries.js';
import { PeopleLinks } from '../people/people-links.js';
import { PersonField } from '../people/person-field.js';
import { usePersonNames } from '../people/person-names.js';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { useTitle } from '../parts/use-title.js';
import { ComparedTable } from './compared-table.js';

const spans = [4, 8, 13];

/** What was held for projects against what was planned and what was logged, week by week. */
export function PersonTimePage() {
  const { person, weeks = 4 } = useSearch({ from: '/person-time' });
  const navigate = useNavigate({ from: '/person-time' });
  const answer = useQuery(personTimeQuery(person, weeks));
  const mayReadOthers = usePersonNames().size > 1;
  useTitle('Time compared');
  const search = (part: { person?: string; weeks?: number }): void =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  return (
    <>
      <PageHead
        title="Time compared"
        under="Held by assignments, planned as work of their tasks, and logged in the sheet: where two of them differ, somebody should know why."
      />
      <PeopleLinks />
      <div className={page.page}>
        <Panel
          title={person === undefined ? 'My weeks' : `Weeks of ${answer.data?.personName ?? 'this person'}`}
          side={
            <>
              {mayReadOthers && (
                <PersonField
                  isInline
                  label="Whose: a name"
                  onPick={(picked) => picked && search({ person: picked })}
                />
              )}
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
          <Reading answer={answer} what="The weeks" lines={6}>
            {(figures) => <ComparedTable figures={figures} />}
          </Reading>
        </Panel>
      </div>
    </>
  );
}
