import type { StaffingSuggestions } from '@meridian/contracts-resourcing';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { bookingsQuery, suggestionsQuery } from '../gateway/staffing-queries.js';
import { formatCount } from '../money/format-money.js';
import { PeopleLinks } from '../people/people-links.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { useTitle } from '../parts/use-title.js';
import { projectsWithOpenWork } from './open-work.js';
import styles from './staffing.module.css';
import { SuggestionItem } from './suggestion-item.js';

/** Who could do the work that nobody is booked for, and why just they. */
export function StaffingPage() {
  const { project } = useSearch({ from: '/staffing' });
  const navigate = useNavigate({ from: '/staffing' });
  const open = useQuery(bookingsQuery('open'));
  const moving = useQuery(bookingsQuery('moving'));
  useTitle('Staffing suggestions');
  const projects = projectsWithOpenWork([...(open.data?.bookings ?? []), ...(moving.data?.bookings ?? [])]);
  const chosen = project ?? projects[0]?.projectId;
  return (
    <>
      <PageHead
        title="Staffing suggestions"
        under="For each resource that a plan does not name: who fits best when nobody does two things, and why. Nothing is booked by looking."
      />
      <PeopleLinks />
      <div className={page.page}>
        <Reading answer={open} what="Open work" lines={6}>
          {() =>
            chosen === undefined ? (
              <Panel title="Suggestions">
                <EmptyState title="No work waits for somebody">
                  Every assignment of every plan names a person. Work without one stands here as soon as a
                  plan has some.
                </EmptyState>
              </Panel>
            ) : (
              <>
                <label className={`${forms.field} ${styles.project}`}>
                  <span>Project with open work</span>
                  <select
                    value={chosen}
                    onChange={({ currentTarget }) =>
                      void navigate({
                        search: (before) => ({ ...before, project: currentTarget.value }),
                        replace: true,
                        resetScroll: false,
                      })
                    }
                  >
                    {projects.map(({ projectId, projectName, count }) => (
                      <option key={projectId} value={projectId}>
                        {projectName} ({count})
                      </option>
                    ))}
                  </select>
                </label>
                <Suggestions key={chosen} projectId={chosen} />
              </>
            )
          }
        </Reading>
      </div>
    </>
  );
}

function Suggestions({ projectId }: { readonly projectId: string }) {
  const answer = useQuery(suggestionsQuery(projectId));
  return (
    <Panel title="Suggestions" note={answer.data && noteOf(answer.data)}>
      <Reading answer={answer} what="The suggestions" lines={6}>
        {({ suggestions }) =>
          suggestions.length === 0 ? (
            <EmptyState title="Everything has somebody">
              This project has no work without a person.
            </EmptyState>
          ) : (
            <ul className={styles.suggestions}>
              {suggestions.map((suggestion) => (
                <SuggestionItem key={suggestion.resourceName} suggestion={suggestion} />
              ))}
            </ul>
          )
        }
      </Reading>
    </Panel>
  );
}

function noteOf({ filled, unfilled, weights }: StaffingSuggestions): string {
  const { skills, availability, continuity, growth, costGrade } = weights;
  return (
    `${formatCount(filled)} can be filled, ${formatCount(unfilled)} cannot; weights: skills ${skills}, time ${availability}, ` +
    `continuity ${continuity}, growth ${growth}, cost band ${costGrade}`
  );
}
