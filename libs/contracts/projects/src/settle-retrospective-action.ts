import { IsIn, IsUUID } from 'class-validator';
import { Recorded } from './recorded.js';

/** Ends an action of a retrospective. The answer names the retrospective by its sprint, and its new version. */
export class SettleRetrospectiveAction {
  static readonly subject = 'requests.projects.settle-retrospective-action.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly sprintId!: string;

  @IsUUID() readonly actionId!: string;

  @IsIn(['done', 'dropped']) readonly outcome!: 'done' | 'dropped';
}
