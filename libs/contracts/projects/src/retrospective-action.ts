import { IsIn, IsOptional, Matches } from 'class-validator';
import { RetrospectiveActionFacts } from './retrospective-action-facts.js';

export const RETROSPECTIVE_ACTION_STATES = ['open', 'done', 'dropped'] as const;
export type RetrospectiveActionState = (typeof RETROSPECTIVE_ACTION_STATES)[number];

/** An action of a retrospective as it stands. */
export class RetrospectiveAction extends RetrospectiveActionFacts {
  @IsIn(RETROSPECTIVE_ACTION_STATES) readonly state!: RetrospectiveActionState;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly settledOn?: string;
}
