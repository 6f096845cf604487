import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { DocumentPanel } from '../accounts/document-panel.js';
import { ExceptionPanel } from '../accounts/exception-panel.js';
import { WaitingPanel } from '../accounts/waiting-panel.js';
import { projectQuery } from '../gateway/queries.js';
import { useMay } from '../gateway/use-may.js';
import type { ProjectAnswer } from '../gateway/answers.js';
import { EarningPanel } from '../earning/earning-panel.js';
import { ForecastPanel } from '../forecast/forecast-panel.js';
import { EarnedValuePanel } from '../money/earned-value-panel.js';
import { IndexPanel } from '../money/index-panel.js';
import type { PersonNames } from '../people/person-names.js';
import { EmptyState } from '../parts/empty-state.js';
import { MissingNotice } from '../parts/missing-part.js';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { useTitle } from '../parts/use-title.js';
import { LabourCostPanel } from '../rates/labour-cost-panel.js';
import { VariancePanel } from '../variances/variance-panel.js';
import { BudgetParts } from './budget-parts.js';

const route = '/projects/$projectId/money';

/** The money of a project: how it stands in words, its curve, its budget tree, its ledger. */
export function ProjectBudgetPage() {
  const { projectId } = useParams({ from: route });
  const search = useSearch({ from: route });
  const navigate = useNavigate({ from: route });
  const answer = useQuery(projectQuery(projectId));
  const project = answer.data?.project;
  useTitle(project && `Money of ${project.name}`);
  return (
    <>
      <PageHead title="Money" project={{ projectId, name: project?.name ?? 'The project' }} />
      <div className={page.page}>
        <Reading answer={answer} what="The project" lines={8}>
          {(whole) => (
            <>
              <EarnedValue answer={whole} />
              {whole.money?.hasBudget === true && (
                <>
                  <ForecastPanel projectId={projectId} />
                  <EarningPanel projectId={projectId} />
                  <VariancePanel
                    projectId={projectId}
                    currency={whole.money.currency ?? whole.project.currency}
                  />
                </>
              )}
              <LabourCostPanel projectId={projectId} />
              <Accounts projectId={projectId} currency={whole.money?.currency ?? whole.project.currency} />
              <BudgetParts
                rootId={projectId}
                alone={{ nodeId: projectId, name: whole.project.name, currency: whole.project.currency }}
                known={namesIn(whole)}
                search={search}
                onSearch={(next) =>
                  void navigate({
                    search: (before) => ({ ...before, ...next }),
                    replace: true,
                    resetScroll: false,
                  })
                }
                empty={
                  <EmptyState title="The project stands alone">
                    Its money came with its approval and not from a fund. Who approves budgets puts it under a
                    programme, its manager under it control accounts; the ledger below is complete without
                    both.
                  </EmptyState>
                }
              />
            </>
          )}
        </Reading>
      </div>
    </>
  );
}

/** What who posts on the project works with: documents, those that wait, exceptions. */
function Accounts(project: { readonly projectId: string; readonly currency: string }) {
  const [mayPost, mayApprove] = [useMay('budget:write') === true, useMay('budget:approve') === true];
  return (
    <>
      {mayPost && <DocumentPanel {...project} />}
      {mayPost && <WaitingPanel projectId={project.projectId} />}
      {(mayPost || mayApprove) && <ExceptionPanel project={project} />}
    </>
  );
}

/** Who manages and sponsors the project is known to everyone who sees it. */
function namesIn({ project }: ProjectAnswer): PersonNames {
  const { managerPersonId, managerName, sponsorPersonId, sponsorName } = project;
  const known = [
    [managerPersonId, managerName],
    [sponsorPersonId, sponsorName],
  ] as const;
  return new Map(known.flatMap(([id, name]) => (id && name ? [[id, name] as const] : [])));
}

function EarnedValue({ answer: { money, missing, project } }: { readonly answer: ProjectAnswer }) {
  if (!money)
    return (
      <Panel title="How the money stands">
        <MissingNotice part="money" gap={missing.find((one) => one.part === 'money')} />
      </Panel>
    );
  const currency = money.currency ?? project.currency;
  if (!money.hasBudget)
    return (
      <Panel title="How the money stands">
        <EmptyState title="No budget is approved yet">
          Cost and schedule indices compare with an approved budget. The sponsor or the PMO approves it from
          its cost lines.
        </EmptyState>
      </Panel>
    );
  return (
    <div className={page.pair}>
      <IndexPanel money={money} currency={currency} />
      <EarnedValuePanel
        title="Earned value"
        points={money.curve}
        currency={currency}
        eacMinor={money.eacMinor}
      />
    </div>
  );
}
