import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { BudgetBalance } from './budget-balance.js';

/** A node of the budget tree with all below it. */
export class BudgetTreeNode {
  @IsUUID() readonly nodeId!: string;

  @IsString() @Length(1, 30) readonly nodeKind!: string;

  @IsOptional() @IsUUID() readonly parentId?: string;

  @IsOptional() @IsUUID() readonly projectId?: string;

  @IsString() @Length(1, 200) readonly name!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @IsString() @Length(1, 30) readonly policy!: string;

  @IsBoolean() readonly isFrozen!: boolean;

  @IsInt() @Min(0) readonly version!: number;

  /**
   * Present where the balance has not the labour that was posted here, because the reader may not see rates: the project's labour is
   * shared out by hours, or, of an earlier day, left out.
   */
  @IsOptional() @IsIn(['averaged', 'left-out']) readonly labour?: 'averaged' | 'left-out';

  @ValidateNested()
  @Type(() => BudgetBalance)
  readonly balance!: BudgetBalance;

  @Matches(/^-?\d{1,18}$/) readonly contingencyMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly managementReserveMinor!: string;

  /** Given on to control accounts and work packages. */
  @Matches(/^-?\d{1,18}$/) readonly distributedMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly undistributedMinor!: string;

  /** Performance measurement baseline: distributed, undistributed and contingency. */
  @Matches(/^-?\d{1,18}$/) readonly pmbMinor!: string;

  /** Contract budget base: PMB and management reserve. */
  @Matches(/^-?\d{1,18}$/) readonly cbbMinor!: string;

  /** Top down: all it was given. */
  @Matches(/^-?\d{1,18}$/) readonly allocatedMinor!: string;

  /** Bottom up: what the plans below it cost; absent where nothing is planned. */
  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly plannedMinor?: string;

  /** Allocated less planned. */
  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly differenceMinor?: string;
}
