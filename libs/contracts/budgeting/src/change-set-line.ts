import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
} from 'class-validator';

/** What is to become of a project by a portfolio decision, what its owner says to it, and what came of it. */
export class ChangeSetLine {
  @IsUUID() readonly scenarioId!: string;

  @IsString() @Length(1, 60) readonly candidateId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsOptional() @IsUUID() readonly projectId?: string;

  @IsIn(['begin', 'stop', 'move']) readonly change!: 'begin' | 'stop' | 'move';

  @IsOptional() @IsString() @Length(1, 30) readonly startsIn?: string;

  @IsOptional() @IsString() @Length(1, 30) readonly startedIn?: string;

  /** What the scenario gives it; absent where it stops. */
  @IsOptional() @Matches(/^\d{1,18}$/) readonly costMinor?: string;

  /** Its approved budget now, where it has one in the currency of the scenario. */
  @IsOptional() @Matches(/^\d{1,18}$/) readonly budgetMinor?: string;

  @IsIn(['open', 'accepted', 'contested']) readonly review!: 'open' | 'accepted' | 'contested';

  /** Why it is contested, or on which terms it is accepted. */
  @IsOptional() @IsString() @Length(1, 2000) readonly reason?: string;

  @IsOptional() @IsString() @Length(1, 200) readonly reviewedBy?: string;

  @IsOptional() @IsISO8601() readonly reviewedAt?: string;

  /** `left-out`: it was contested; `ordered`: not settled yet. Absent before the change-set was applied. */
  @IsOptional()
  @IsIn(['left-out', 'ordered', 'applied', 'refused'])
  readonly outcome?: 'left-out' | 'ordered' | 'applied' | 'refused';

  /** What was done, or why it was not. */
  @IsOptional() @IsString() @Length(1, 2000) readonly settled?: string;

  /** The budget that it is to have in all: what it had used when it was decided, and what the scenario gives it; absent where it stops. */
  @IsOptional() @Matches(/^\d{1,18}$/) readonly newBudgetMinor?: string;

  /** `refused`: it may be posted again. Absent while no budget was asked for. */
  @IsOptional() @IsIn(['posted', 'refused']) readonly budgetOutcome?: 'posted' | 'refused';

  /** What was posted, or why it was not. */
  @IsOptional() @IsString() @Length(1, 2000) readonly budgetSettled?: string;

  /** The entry of the ledger; absent where it had the budget already. */
  @IsOptional() @IsUUID() readonly budgetEntryId?: string;

  /** It moves to where it was: it goes on as it is, and only its budget is decided anew. */
  @IsOptional() @IsBoolean() readonly isKept?: boolean;
}
