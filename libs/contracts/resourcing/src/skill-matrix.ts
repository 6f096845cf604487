import { IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { SkillMatrixFigures } from './skill-matrix-figures.js';

/** Who can do what: people against skills. */
export class SkillMatrix {
  static readonly subject = 'requests.resourcing.skill-matrix.v1';
  static readonly kind = 'query';
  static readonly answer = SkillMatrixFigures;

  @IsOptional()
  @IsString()
  @Length(1, 120)
  readonly skill?: string;

  /** 1 unless told. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  readonly minimumLevel?: number;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly orgUnit?: string;
}
