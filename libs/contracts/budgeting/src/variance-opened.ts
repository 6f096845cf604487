import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';

/** A forecast left its tolerance: its owner is asked for cause, impact and corrective action. */
export class VarianceOpened {
  static readonly subject = 'events.budgeting.variance-opened.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly varianceId!: string;

  @IsIn(['cost', 'finish']) readonly of!: 'cost' | 'finish';

  /** Whom it asks; absent while the project has no manager. */
  @IsOptional() @IsUUID() readonly ownerPersonId?: string;

  @IsIn(['percent', 'days']) readonly unit!: 'percent' | 'days';

  @Matches(/^\d{1,15}(\.\d{1,6})?$/) readonly limit!: string;

  @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly deviation!: string;
}
