import { IsInt, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, Min } from 'class-validator';

/** A decision that waits or was taken. */
export class DecisionLine {
  @IsUUID() readonly decisionId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 300) readonly projectName!: string;

  @IsString() @Length(1, 300) readonly title!: string;

  @IsString() @Length(1, 40) readonly kind!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn!: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly amountMinor?: string;

  @IsOptional() @Matches(/^[A-Z]{3}$/) readonly currency?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  readonly outcome?: string;
}
