import { Refusal } from '@meridian/refusal';
import type { RefuseStream } from '../plan-file/xml-stream.js';

/** Codes with which a portfolio list or its mapping is refused; all end in HTTP 422. */
export const PORTFOLIO_REFUSALS = [
  'projects/portfolio-mapping-invalid',
  'projects/portfolio-file-empty',
  'projects/portfolio-file-not-a-table',
  'projects/portfolio-file-is-xls',
  'projects/portfolio-file-encoding',
  'projects/portfolio-file-malformed',
  'projects/portfolio-file-doctype',
  'projects/portfolio-file-entity',
  'projects/portfolio-file-too-deep',
  'projects/portfolio-file-too-large',
  'projects/portfolio-file-too-many-elements',
  'projects/portfolio-file-too-many-rows',
  'projects/portfolio-file-text-too-long',
  'projects/portfolio-file-too-many-attributes',
  'projects/portfolio-file-packed-too-tightly',
  'projects/portfolio-file-sheet-missing',
  'projects/portfolio-file-columns-missing',
  'projects/portfolio-file-took-too-long',
  'projects/portfolio-file-took-too-much-memory',
] as const;

export type PortfolioRefusalCode = (typeof PORTFOLIO_REFUSALS)[number];

export function portfolioRefusal(
  code: PortfolioRefusalCode,
  sentence: string,
  details?: Readonly<Record<string, unknown>>,
): Refusal {
  return new Refusal(code, sentence, { kind: 'unprocessable', details });
}

/** The same for what the XML stream finds inside a workbook. */
export const refusePortfolioStream: RefuseStream = (problem, sentence, details) =>
  portfolioRefusal(`projects/portfolio-file-${problem}`, sentence, details);
