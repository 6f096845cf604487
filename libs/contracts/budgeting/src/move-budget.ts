import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { BudgetMovement } from './budget-movement.js';

/**
 * Moves money that is not used: `allocate` down the tree, `release` back up, `transfer` sideways, `reserve` aside as
 * contingency or management reserve, `draw` from that again. Nothing comes into the house or leaves it but at a node
 * without a parent: leave out the other end.
 */
export class MoveBudget {
  static readonly subject = 'requests.budgeting.move-budget.v1';
  static readonly kind = 'command';
  static readonly answer = BudgetMovement;

  @IsIn(['allocate', 'release', 'transfer', 'reserve', 'draw'])
  readonly movement!: 'allocate' | 'release' | 'transfer' | 'reserve' | 'draw';

  /** Where it comes from; absent for money into the house. */
  @IsOptional() @IsUUID() readonly fromNodeId?: string;

  @IsOptional() @IsString() @Length(1, 30) readonly fromPeriod?: string;

  /** Where it goes; absent for money out of the house, and to reserve or draw, which stay with `fromNodeId`. */
  @IsOptional() @IsUUID() readonly toNodeId?: string;

  @IsOptional() @IsString() @Length(1, 30) readonly toPeriod?: string;

  /** To reserve and draw; contingency when left out. */
  @IsOptional()
  @IsIn(['contingency', 'management-reserve'])
  readonly reserve?: 'contingency' | 'management-reserve';

  @Matches(/^-?\d{1,18}$/) readonly amountMinor!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly postedOn!: string;

  @IsString() @Length(1, 200) readonly reference!: string;

  /** The decision that the movement rests on. */
  @IsString() @Length(1, 300) readonly decision!: string;
}
