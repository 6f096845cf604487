import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  Min,
} from 'class-validator';

/** A check as the project page lists it. */
export class CheckLine {
  @IsUUID() readonly checkId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 300) readonly title!: string;

  @IsBoolean() readonly isMandatory!: boolean;

  @IsIn(['open', 'passed', 'failed', 'waived'])
  readonly state!: 'open' | 'passed' | 'failed' | 'waived';

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly evidence?: string;
}
