import { IsInt, IsUUID, Min } from 'class-validator';

/** The fiscal calendar as it is now. */
export class FiscalCalendarVersion {
  @IsUUID() readonly calendarId!: string;

  @IsInt() @Min(1) readonly version!: number;
}
