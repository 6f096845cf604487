import type { TemplateLine } from '@meridian/contracts-projects';
import type { TemplateFigures } from '../domain/template/template-figures.js';
import type { Tx } from '../persistence/database.js';
import type { TemplateRow, TemplateVersionRow } from '../persistence/templates.js';

/** A version of a template as others are told of it. */
export function toldTemplate(
  row: Omit<TemplateVersionRow, 'content'>,
  { retiredReason }: TemplateRow,
  projectCount: number,
): TemplateLine {
  const { templateId, number: version, name, purpose, savedByName, savedAt } = row;
  return {
    templateId,
    version,
    name,
    purpose,
    savedByName,
    savedAt: savedAt.toISOString(),
    ...(retiredReason === null ? {} : { retiredReason }),
    ...(row.figures as unknown as TemplateFigures),
    projectCount,
  };
}

/** How many projects began from each template. */
export async function projectCounts(tx: Pick<Tx, 'templateUse'>): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.templateUse.groupBy({ by: ['templateId'], _count: true });
  return new Map(rows.map(({ templateId, _count }) => [templateId, _count]));
}
