import { IsInt, IsString, IsUUID, Length, Min } from 'class-validator';

/** A part of a plan earns otherwise from now on, or more was recorded of it. What it earns then is in `earned-value-changed`. */
export class EarnedValueMethodChanged {
  static readonly subject = 'events.budgeting.earned-value-method-changed.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 120) readonly wbs!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 60) readonly method!: string;

  @IsString() @Length(1, 1000) readonly reason!: string;

  @IsString() @Length(1, 300) readonly setBy!: string;
}
