import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const ITEMS = [...WEEKDAYS, 'day', 'weekday', 'weekend-day'] as const;
const POSITIONS = ['first', 'second', 'third', 'fourth', 'last'] as const;

/**
 * On which days something repeats, as Microsoft Project has it: every so many days; on weekdays of every so many weeks; on a
 * day of the month or on, say, the last Friday of every so many months; or so once a year.
 */
export class RecurrencePattern {
  @IsIn(['day', 'week', 'month', 'year']) readonly every!: 'day' | 'week' | 'month' | 'year';

  /** Every so many days, weeks or months; once a year has none. 1 when absent. */
  @IsOptional() @IsInt() @Min(1) @Max(99) readonly interval?: number;

  /** Of a weekly pattern. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(7)
  @IsIn(WEEKDAYS, { each: true })
  readonly weekdays?: readonly (typeof WEEKDAYS)[number][];

  /** Of a monthly or yearly pattern; a day that a month does not have is its last one. */
  @IsOptional() @IsInt() @Min(1) @Max(31) readonly dayOfMonth?: number;

  /** With `item` in the place of `dayOfMonth`: the last Friday, the first weekday. */
  @IsOptional() @IsIn(POSITIONS) readonly position?: (typeof POSITIONS)[number];

  @IsOptional() @IsIn(ITEMS) readonly item?: (typeof ITEMS)[number];

  /** Of a yearly pattern; 1 is January. */
  @IsOptional() @IsInt() @Min(1) @Max(12) readonly month?: number;

  /** `YYYY-MM-DD`, the first day that counts. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly from!: string;

  /** The last day that counts; it or `occurrences` says where the pattern ends, the earlier end when both do. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly until?: string;

  @IsOptional() @IsInt() @Min(1) @Max(999) readonly occurrences?: number;
}
