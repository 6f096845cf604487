import { IsBoolean, IsInt, IsString, Length, Max, Min } from 'class-validator';

/** Whether a criterion is met, and what shows it. */
export class DeliverableFinding {
  /** Place of the criterion in the list, from 1. */
  @IsInt() @Min(1) @Max(20) readonly criterion!: number;

  @IsBoolean() readonly isMet!: boolean;

  @IsString() @Length(1, 1000) readonly evidence!: string;
}
