import { IsArray, IsInt, IsString, IsUUID, Length, Min } from 'class-validator';

/** A portfolio list was read. The projects it changed are announced by ProjectRecorded. */
export class PortfolioImported {
  static readonly subject = 'events.projects.portfolio-imported.v1';
  static readonly aggregate = 'importId';

  @IsUUID() readonly importId!: string;

  @IsString() @Length(1, 300) readonly fileName!: string;

  @IsArray()
  @IsString({ each: true })
  @Length(1, 40, { each: true })
  readonly snapshots!: readonly string[];

  @IsInt() @Min(0) readonly rowsRead!: number;

  @IsInt() @Min(0) readonly added!: number;

  @IsInt() @Min(0) readonly updated!: number;

  @IsInt() @Min(0) readonly unchanged!: number;

  /** Rows of a snapshot older than what the record holds. */
  @IsInt() @Min(0) readonly keptAsHistory!: number;

  @IsInt() @Min(0) readonly unreadable!: number;
}
