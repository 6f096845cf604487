import { Type } from 'class-transformer';
import { IsArray, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { ExportLoss } from './export-loss.js';

/** A plan as a file, with everything the file does not say. */
export class PlanExportFile {
  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 320) readonly fileName!: string;

  @IsString() @Length(1, 100) readonly mediaType!: string;

  /** Text, to be kept as UTF-8. */
  @IsString() readonly content!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ExportLoss)
  readonly losses!: readonly ExportLoss[];
}
