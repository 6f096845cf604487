import type { Type } from '@nestjs/common';
import { MeController } from '../access/me.controller.js';
import { GatewayModule } from '../gateway.module.js';
import { ClientSettingsController } from '../web/client-settings.controller.js';
import { agileRoutes } from './routes/agile-routes.js';
import { budgetingRoutes } from './routes/budgeting-routes.js';
import { connectorsRoutes } from './routes/connectors-routes.js';
import { decisionRoutes } from './routes/decision-routes.js';
import { growthRoutes } from './routes/growth-routes.js';
import { partnerRoutes } from './routes/partner-routes.js';
import { projectRoutes } from './routes/project-routes.js';
import { resourcingRoutes } from './routes/resourcing-routes.js';
import { riskRoutes } from './routes/risk-routes.js';
import { rolloutRoutes } from './routes/rollout-routes.js';
import { scheduleRoutes } from './routes/schedule-routes.js';
import { templateRoutes } from './routes/template-routes.js';
import { anId } from './routes/business-route.js';
import type { BusinessRoute } from './routes/business-route.js';

/** Every business route; the roles are those of the product's list of routes, not read from the policy. */
export const businessRoutes: readonly BusinessRoute[] = [
  ...decisionRoutes,
  ...projectRoutes,
  ...templateRoutes,
  ...rolloutRoutes,
  ...scheduleRoutes,
  ...riskRoutes,
  ...agileRoutes,
  ...budgetingRoutes,
  ...resourcingRoutes,
  ...growthRoutes,
  ...partnerRoutes,
  ...connectorsRoutes,
];

/** The controllers of the product, without those the test gateway brings itself. */
export const businessControllers = (Reflect.getMetadata('controllers', GatewayModule) as Type[]).filter(
  (one) => one !== MeController && one !== ClientSettingsController,
);

/** A real address for a route's path: every id is `anId`. */
export function addressOf({ path, query = '' }: Pick<BusinessRoute, 'path' | 'query'>): string {
  return path.replace(/:\w+/g, anId) + query;
}
