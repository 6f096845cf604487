import type { ProjectStatus } from '../domain/project-status.js';
import type { Prisma } from './generated/client.js';

export type StatusRow = Prisma.ProjectStatusGetPayload<object>;

/** A stored project with its ratios as text, the way the domain takes them. */
export function withText(row: StatusRow): ProjectStatus {
  const { cpi, spi, percentComplete, breachPercent, ...rest } = row;
  return {
    ...rest,
    cpi: text(cpi),
    spi: text(spi),
    percentComplete: text(percentComplete),
    breachPercent: text(breachPercent),
  };
}

function text(decimal: Prisma.Decimal | null): string | null {
  return decimal === null ? null : decimal.toFixed(6);
}
