import { IsIn, IsString, Length, Matches } from 'class-validator';

/** ERP: a requisition was rejected or withdrawn; what it still holds is available again. */
export class RequisitionEnded {
  static readonly subject = 'events.connectors.requisition-ended.v1';
  static readonly aggregate = 'requisitionKey';

  @IsString() @Length(1, 120) readonly requisitionKey!: string;

  @IsString() @Length(1, 120) readonly documentKey!: string;

  @IsString() @Length(1, 60) readonly projectCode!: string;

  @IsIn(['rejected', 'withdrawn']) readonly outcome!: 'rejected' | 'withdrawn';

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly postedOn!: string;
}
