import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { FiscalCalendarFigures } from './fiscal-calendar-figures.js';

/** Fiscal calendars, by name. */
export class FiscalCalendarList {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FiscalCalendarFigures)
  readonly calendars!: readonly FiscalCalendarFigures[];
}
