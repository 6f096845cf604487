import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { personSkillsQuery } from '../gateway/staffing-queries.js';
import { useMay } from '../gateway/use-may.js';
import { PeopleLinks } from '../people/people-links.js';
import { PersonField } from '../people/person-field.js';
import { usePersonNames } from '../people/person-names.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { useTitle } from '../parts/use-title.js';
import { SkillForm } from './skill-form.js';
import { SkillSearch } from './skill-search.js';
import { SkillTable } from './skill-table.js';

/** What somebody can do, with evidence and end, and who can do what. */
export function SkillsPage() {
  const { person, q = '', level = 1 } = useSearch({ from: '/skills' });
  const navigate = useNavigate({ from: '/skills' });
  const answer = useQuery(personSkillsQuery(person));
  const mayReadAll = useMay('resource:read') === true;
  const mayReadOthers = usePersonNames().size > 1;
  useTitle('Skills');
  const search = (part: { person?: string | undefined; q?: string | undefined; level?: number }): void =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  const name = person === undefined ? 'you' : (answer.data?.personName ?? 'this person');
  return (
    <>
      <PageHead
        title="Skills"
        under="What people can do, by what evidence and how long it counts; an expired skill counts as none."
      />
      <PeopleLinks />
      <div className={page.page}>
        {mayReadAll && (
          <SkillSearch
            q={q}
            level={level}
            onSearch={search}
            onPerson={(personId) => search({ person: personId })}
          />
        )}
        <Panel
          anchor="person"
          title={person === undefined ? 'My skills' : `Skills of ${name}`}
          side={
            mayReadOthers && (
              <PersonField
                isInline
                label="Whose: a name"
                onPick={(picked) => picked && search({ person: picked })}
              />
            )
          }
        >
          <Reading answer={answer} what="The skills">
            {(figures) => (
              <>
                {figures.skills.length === 0 ? (
                  <EmptyState title={`Nothing is recorded of ${name} yet`}>
                    Name a skill, how well, and what shows it: “GAMP 5, alone, certificate 4711 of May”.
                    Staffing suggestions go by it.
                  </EmptyState>
                ) : (
                  <SkillTable skills={figures.skills} />
                )}
                <details className={forms.disclosure}>
                  <summary>Record a skill</summary>
                  <SkillForm key={figures.personId} figures={figures} />
                </details>
              </>
            )}
          </Reading>
        </Panel>
      </div>
    </>
  );
}
