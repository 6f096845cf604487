import { Type } from 'class-transformer';
import { IsArray, IsInt, IsString, IsUUID, Length, Min, ValidateNested } from 'class-validator';
import { UnreadableRow } from './unreadable-row.js';

/** What an import of a portfolio list did. */
export class PortfolioImportReport {
  @IsUUID() readonly importId!: string;

  @IsInt() @Min(0) readonly rowsRead!: number;

  @IsInt() @Min(0) readonly added!: number;

  @IsInt() @Min(0) readonly updated!: number;

  @IsInt() @Min(0) readonly unchanged!: number;

  @IsInt() @Min(0) readonly keptAsHistory!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => UnreadableRow)
  readonly unreadable!: readonly UnreadableRow[];

  @IsArray()
  @IsString({ each: true })
  @Length(1, 500, { each: true })
  readonly warnings!: readonly string[];
}
