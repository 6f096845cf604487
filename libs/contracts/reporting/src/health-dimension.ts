import { IsIn, IsString, Length } from 'class-validator';

/** One dimension of a project's health and why it is so. */
export class HealthDimension {
  @IsIn(['on-track', 'at-risk', 'off-track', 'unknown'])
  readonly state!: 'on-track' | 'at-risk' | 'off-track' | 'unknown';

  @IsString() @Length(1, 300) readonly reason!: string;
}
