import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { BenefitForm } from '../benefits/benefit-form.js';
import { BenefitList } from '../benefits/benefit-list.js';
import { benefitsQuery, businessCaseQuery } from '../gateway/money-queries.js';
import { projectQuery } from '../gateway/queries.js';
import { useMay } from '../gateway/use-may.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { useTitle } from '../parts/use-title.js';
import { CaseForm } from './case-form.js';
import { CashFlowPanel } from './cash-flow-panel.js';
import { VersionsTable } from './versions-table.js';

/** Why the project pays: version by version as its gates saw it, its cash flow, and the benefits that were promised. */
export function BusinessCasePage() {
  const { projectId } = useParams({ from: '/projects/$projectId/business-case' });
  const project = useQuery(projectQuery(projectId)).data?.project;
  const answer = useQuery(businessCaseQuery(projectId));
  const mayWrite = useMay('budget:write') === true;
  useTitle(project && `Business case of ${project.name}`);
  return (
    <>
      <PageHead
        title="Business case and benefits"
        project={{ projectId, name: project?.name ?? 'The project' }}
      />
      <div className={page.page}>
        <Reading answer={answer} what="The business case" lines={8}>
          {({ versions }) => (
            <>
              <Panel
                title="Versions"
                note={
                  versions.length > 1
                    ? 'the latest first, each with its difference from the one before'
                    : undefined
                }
              >
                {versions.length === 0 ? (
                  <EmptyState title="No business case was recorded yet">
                    It says what goes out and comes in, period by period, and what that rests on. Gates keep
                    the version that they were decided on.
                  </EmptyState>
                ) : (
                  <VersionsTable versions={versions} />
                )}
                {mayWrite && project && (
                  <details className={forms.disclosure}>
                    <summary>Record {versions.length === 0 ? 'the first version' : 'a new version'}</summary>
                    <CaseForm
                      key={versions[0]?.version ?? 0}
                      projectId={projectId}
                      currency={project.currency}
                      latest={versions[0]}
                    />
                  </details>
                )}
              </Panel>
              {versions.length > 0 && <CashFlowPanel key={versions.length} versions={versions} />}
            </>
          )}
        </Reading>
        <BenefitsOfProject projectId={projectId} mayWrite={mayWrite} />
      </div>
    </>
  );
}

function BenefitsOfProject({
  projectId,
  mayWrite,
}: {
  readonly projectId: string;
  readonly mayWrite: boolean;
}) {
  const register = useQuery(benefitsQuery(projectId));
  return (
    <Panel title="Benefits" note="measured by their owners, also when the project is over">
      <Reading answer={register} what="The benefits">
        {({ benefits }) =>
          benefits.length === 0 ? (
            <EmptyState title="No benefit is promised yet">
              A benefit says what is measured, from where to where, until when, and who answers for it.
            </EmptyState>
          ) : (
            <BenefitList benefits={benefits} />
          )
        }
      </Reading>
      {mayWrite && (
        <details className={forms.disclosure}>
          <summary>Promise a benefit</summary>
          <BenefitForm projectId={projectId} />
        </details>
      )}
    </Panel>
  );
}
