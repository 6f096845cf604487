import { AGILE_ROUTES } from './agile-routes.js';
import { BENEFIT_ROUTES } from './benefit-routes.js';
import { BUDGET_TREE_ROUTES } from './budget-tree-routes.js';
import { CONNECTOR_ROUTES } from './connector-routes.js';
import { CURRENCY_ROUTES } from './currency-routes.js';
import { EXCEPTION_ROUTES } from './exception-routes.js';
import { FISCAL_ROUTES } from './fiscal-routes.js';
import { GOVERNANCE_ROUTES } from './governance-routes.js';
import { GROWTH_ROUTES } from './growth-routes.js';
import { LABOUR_ROUTES } from './labour-routes.js';
import { LEVELLING_ROUTES } from './levelling-routes.js';
import { LIFECYCLE_ROUTES } from './lifecycle-routes.js';
import { MONEY_ROUTES } from './money-routes.js';
import { PARTNER_ROUTES } from './partner-routes.js';
import { PEOPLE_ROUTES } from './people-routes.js';
import { PROJECT_ROUTES } from './project-routes.js';
import { QUALITY_ROUTES } from './quality-routes.js';
import { RAID_ROUTES } from './raid-routes.js';
import { ROLLOUT_ROUTES } from './rollout-routes.js';
import { SCENARIO_ROUTES } from './scenario-routes.js';
import { SCHEDULE_ROUTES } from './schedule-routes.js';
import { SCORING_ROUTES } from './scoring-routes.js';
import { TEMPLATE_ROUTES } from './template-routes.js';
import { TIMESHEET_ROUTES } from './timesheet-routes.js';
import { VARIANCE_ROUTES } from './variance-routes.js';
import { WAITING_ROUTES } from './waiting-routes.js';

/** Every route of the API that changes something. */
export const EVERY_ROUTE = [
  ...PROJECT_ROUTES,
  ...LIFECYCLE_ROUTES,
  ...TEMPLATE_ROUTES,
  ...ROLLOUT_ROUTES,
  ...SCHEDULE_ROUTES,
  ...RAID_ROUTES,
  ...AGILE_ROUTES,
  ...MONEY_ROUTES,
  ...BUDGET_TREE_ROUTES,
  ...FISCAL_ROUTES,
  ...EXCEPTION_ROUTES,
  ...VARIANCE_ROUTES,
  ...WAITING_ROUTES,
  ...SCORING_ROUTES,
  ...SCENARIO_ROUTES,
  ...BENEFIT_ROUTES,
  ...LABOUR_ROUTES,
  ...CURRENCY_ROUTES,
  ...PEOPLE_ROUTES,
  ...QUALITY_ROUTES,
  ...GOVERNANCE_ROUTES,
  ...CONNECTOR_ROUTES,
  ...TIMESHEET_ROUTES,
  ...LEVELLING_ROUTES,
  ...GROWTH_ROUTES,
  ...PARTNER_ROUTES,
];
