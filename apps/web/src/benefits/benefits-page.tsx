import { useQuery } from '@tanstack/react-query';
import { benefitsQuery } from '../gateway/money-queries.js';
import { allProjectsQuery, meQuery } from '../gateway/queries.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { useTitle } from '../parts/use-title.js';
import { BenefitList } from './benefit-list.js';

/** What the projects were done for, and how much of it is there; first what the reader owns. */
export function BenefitsPage() {
  const register = useQuery(benefitsQuery(undefined));
  const me = useQuery(meQuery).data;
  const projects = useQuery(allProjectsQuery).data ?? [];
  const names = new Map(projects.map(({ projectId, name }) => [projectId, name]));
  useTitle('Benefits');
  return (
    <>
      <PageHead
        title="Benefits"
        under="What the projects were done for. Owners measure; the project's manager does not, the project may be over by then."
      />
      <div className={page.page}>
        <Reading answer={register} what="The benefits" lines={8}>
          {({ benefits }) => {
            const own = benefits.filter(({ ownerPersonId }) => ownerPersonId === me?.personId);
            const others = benefits.filter((benefit) => !own.includes(benefit));
            if (benefits.length === 0)
              return (
                <Panel title="Benefits">
                  <EmptyState title="No benefit was promised yet">
                    The manager of a project promises its benefits on the page of its business case: what is
                    measured, from where to where, until when, and who owns it.
                  </EmptyState>
                </Panel>
              );
            return (
              <>
                {own.length > 0 && (
                  <Panel title="Yours" note={`${own.length} to measure`}>
                    <BenefitList benefits={own} projects={names} />
                  </Panel>
                )}
                {others.length > 0 && (
                  <Panel
                    title={own.length > 0 ? 'Those of others' : 'All benefits'}
                    note={`${others.length}`}
                  >
                    <BenefitList benefits={others} projects={names} />
                  </Panel>
                )}
              </>
            );
          }}
        </Reading>
      </div>
    </>
  );
}
