import type { MoneyFigures, PortfolioMoneyFigures } from '@meridian/contracts-budgeting';
import type { ProjectGovernance, WaitingDecisions } from '@meridian/contracts-governance';
import type { PortfolioScheduleFigures, ProjectFile, ScheduledPlan } from '@meridian/contracts-projects';
import type { PortfolioQualityFigures, ProjectQualityFigures } from '@meridian/contracts-quality';
import type {
  AttentionList,
  PortfolioHealthFigures,
  ProjectStatusFigures,
} from '@meridian/contracts-reporting';
import type { PortfolioCapacityFigures, ProjectPeopleFigures } from '@meridian/contracts-resourcing';

/** A part of a page whose service gave no answer in time. */
export interface MissingPart {
  readonly part: string;
  readonly service: string;
  readonly reason: string;
}

/** `GET /v1/portfolio` */
export interface PortfolioAnswer {
  readonly asOf: string;
  readonly health: PortfolioHealthFigures | null;
  readonly attention: AttentionList | null;
  readonly money: PortfolioMoneyFigures | null;
  readonly schedule: PortfolioScheduleFigures | null;
  readonly capacity: PortfolioCapacityFigures | null;
  readonly quality: PortfolioQualityFigures | null;
  readonly decisions: WaitingDecisions | null;
  readonly missing: readonly MissingPart[];
}

/** `GET /v1/projects/:projectId` */
export interface ProjectAnswer {
  readonly asOf: string;
  readonly project: ProjectFile;
  readonly plan: ScheduledPlan | null;
  readonly money: MoneyFigures | null;
  readonly people: ProjectPeopleFigures | null;
  readonly quality: ProjectQualityFigures | null;
  readonly governance: ProjectGovernance | null;
  readonly status: ProjectStatusFigures | null;
  readonly missing: readonly MissingPart[];
}

/** `GET /v1/me` */
export interface Me {
  readonly personId: string;
  readonly name: string;
  readonly email?: string;
  readonly roles: readonly string[];
  /** What the person may do; the page offers nothing else. */
  readonly permissions: readonly string[];
}
