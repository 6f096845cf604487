import { IsObject, IsString, Length } from 'class-validator';
import { PortfolioImportReport } from './portfolio-import-report.js';

/** Reads a portfolio list (CSV or XLSX) through a mapping of its columns. */
export class ImportPortfolio {
  static readonly subject = 'requests.projects.import-portfolio.v1';
  static readonly kind = 'command';
  static readonly answer = PortfolioImportReport;

  @IsString() @Length(1, 300) readonly fileName!: string;

  @IsString() @Length(1, 16000000) readonly contentBase64!: string;

  /** The mapping file; see apps/projects/README.md. */
  @IsObject() readonly mapping!: Readonly<Record<string, unknown>>;

  @IsString() @Length(1, 200) readonly portfolio!: string;
}
