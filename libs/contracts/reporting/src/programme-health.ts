import { IsIn, IsInt, IsString, Length, Min } from 'class-validator';

/** A programme row of the heat map: the worst state of its projects per dimension. */
export class ProgrammeHealth {
  @IsString() @Length(1, 200) readonly programme!: string;

  @IsInt() @Min(1) readonly projects!: number;

  @IsIn(['on-track', 'at-risk', 'off-track', 'unknown'])
  readonly overall!: 'on-track' | 'at-risk' | 'off-track' | 'unknown';

  @IsIn(['on-track', 'at-risk', 'off-track', 'unknown'])
  readonly schedule!: 'on-track' | 'at-risk' | 'off-track' | 'unknown';

  @IsIn(['on-track', 'at-risk', 'off-track', 'unknown'])
  readonly cost!: 'on-track' | 'at-risk' | 'off-track' | 'unknown';

  @IsIn(['on-track', 'at-risk', 'off-track', 'unknown'])
  readonly quality!: 'on-track' | 'at-risk' | 'off-track' | 'unknown';

  @IsIn(['on-track', 'at-risk', 'off-track', 'unknown'])
  readonly resources!: 'on-track' | 'at-risk' | 'off-track' | 'unknown';
}
