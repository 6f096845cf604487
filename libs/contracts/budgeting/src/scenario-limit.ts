import { IsInt, IsNumber, IsOptional, IsString, Length, Matches, Min } from 'class-validator';

/** A limit of a scenario in one period: what there is, what is used, and what one more unit is worth. */
export class ScenarioLimit {
  /** The budget when absent. */
  @IsOptional() @IsString() @Length(1, 100) readonly role?: string;

  @IsInt() @Min(0) readonly period!: number;

  @Matches(/^\d{1,18}$/) readonly available!: string;

  @Matches(/^\d{1,18}$/) readonly used!: string;

  /** Value for one more unit while fractions of projects are allowed: where more would help, not how much it would. */
  @IsNumber() @Min(0) readonly pricePerUnit!: number;
}
