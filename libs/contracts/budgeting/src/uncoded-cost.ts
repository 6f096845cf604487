import { IsInt, IsString, Length, Matches, Min } from 'class-validator';

/** Cost reported by an outside system for a project nobody knows here yet. */
export class UncodedCost {
  @IsString() @Length(1, 60) readonly projectCode!: string;

  @IsInt() @Min(1) readonly documents!: number;

  @Matches(/^-?\d{1,18}$/) readonly amountMinor!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;
}
