import { IsInt, IsUUID, Matches, Min } from 'class-validator';

/** The approved budget. */
export class BudgetVersion {
  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @Matches(/^-?\d{1,18}$/) readonly budgetAtCompletionMinor!: string;
}
