import { anId, deciding, inside, managing, posting, project, reading, staffing } from './business-route.js';
import type { BusinessRoute } from './business-route.js';

export const decisionRoutes: readonly BusinessRoute[] = [
  {
    ...reading('v1/portfolio', inside),
    asks:
      'reporting.portfolio-health reporting.attention budgeting.portfolio-money projects.portfolio-schedule ' +
      'resourcing.portfolio-capacity quality.portfolio-quality governance.open-decisions',
  },
  {
    ...posting(`${project}/milestones/:milestoneId/checks`, [...managing, 'quality-manager']),
    asks: 'quality.add-check',
    body: { title: 'Drawings are signed', isMandatory: true },
  },
  {
    ...posting('v1/checks/:checkId/decision', ['quality-manager']),
    asks: 'quality.decide-check',
    body: { state: 'passed', evidence: 'Protocol 7' },
  },
  {
    ...posting(`${project}/milestones/:milestoneId/acceptance`, [...deciding, 'quality-manager']),
    asks: 'quality.accept-milestone',
    body: {},
  },
  {
    ...posting(`${project}/gates`, ['pmo-manager']),
    asks: 'governance.plan-gate',
    body: { name: 'G2', phaseId: 'design', order: 2, milestoneIds: [anId] },
  },
  {
    ...posting('v1/gates/:gateId/decision', deciding),
    asks: 'governance.decide-gate',
    body: { decision: 'go', reason: 'All evidence is there.' },
  },
  {
    ...reading('v1/sponsor-decisions', staffing),
    asks: 'governance.decisions-of-sponsors',
    query: `?sponsorPersonIds=${anId}`,
  },
  {
    ...posting(`${project}/decisions`, managing),
    asks: 'governance.request-decision',
    body: { title: 'Second crane', kind: 'approval', dueOn: '2026-12-01' },
  },
  {
    ...posting('v1/decisions/:decisionId/outcome', deciding),
    asks: 'governance.take-decision',
    body: { outcome: 'approved', reason: 'It pays.' },
  },
];
