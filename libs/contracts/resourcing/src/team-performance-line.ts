import { IsBoolean, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

/** Whether the figures of a person may be looked at by the line manager. */
export class TeamPerformanceLine {
  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly personName!: string;

  @IsBoolean() readonly isSeen!: boolean;

  @IsBoolean() readonly isReleased!: boolean;

  /** Left out as long as the person was told nothing. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly releasedOn?: string;
}
