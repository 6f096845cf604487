import { IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';

/** The leave to go beyond a budget whose policy asks for one: asked for, decided, and used by one posting. */
export class BudgetException {
  @IsUUID() readonly exceptionId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsUUID() readonly projectId!: string;

  /** The project itself, or its control account or work package. */
  @IsUUID() readonly nodeId!: string;

  @IsIn(['asked', 'approved', 'rejected', 'used']) readonly state!:
    'asked' | 'approved' | 'rejected' | 'used';

  /** By how much one posting may go beyond what is available, at most. */
  @Matches(/^\d{1,18}$/) readonly amountMinor!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @IsString() @Length(1, 1000) readonly reason!: string;

  @IsString() @Length(1, 200) readonly askedBy!: string;

  @IsISO8601() readonly askedAt!: string;

  @IsOptional() @IsString() @Length(1, 200) readonly decidedBy?: string;

  @IsOptional() @IsISO8601() readonly decidedAt?: string;

  @IsOptional() @IsString() @Length(1, 300) readonly decision?: string;

  /** The entry that used it. */
  @IsOptional() @IsUUID() readonly usedByEntryId?: string;

  /** The last day on which it may be decided and used. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly validThrough?: string;

  /** Since when it counts no more: its last day went by and nobody had decided on it or used it. */
  @IsOptional() @IsISO8601() readonly expiredAt?: string;

  /** Their names, where they are known. */
  @IsOptional() @IsString() @Length(1, 200) readonly askedByName?: string;

  @IsOptional() @IsString() @Length(1, 200) readonly decidedByName?: string;
}
