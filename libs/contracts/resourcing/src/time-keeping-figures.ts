import { IsInt, IsOptional, IsUUID, Matches, Min } from 'class-validator';

/** The rules of time keeping in force. */
export class TimeKeepingFigures {
  @IsUUID() readonly id!: string;

  /** For `If-Match` when they are changed. */
  @IsInt() @Min(1) readonly version!: number;

  /** Absent: no sheet is asked for. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly keptFrom?: string;

  /** Absent: no time is closed. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly lockedThrough?: string;
}
