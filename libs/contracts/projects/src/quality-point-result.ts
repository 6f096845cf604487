import { IsBoolean, IsInt, IsNumber, IsOptional, Max, Min } from 'class-validator';

/** What a DCMA point came to. */
export class QualityPointResult {
  @IsInt()
  @Min(1)
  @Max(14)
  readonly point!: number;

  @IsOptional() @IsNumber() readonly value?: number;

  @IsOptional() @IsBoolean() readonly passes?: boolean;
}
