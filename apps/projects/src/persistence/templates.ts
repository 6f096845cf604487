import { hasRole, type Person } from '@meridian/access';
import type { Call } from '@meridian/bus';
import { Refusal } from '@meridian/refusal';
import type { TemplateContent } from '../domain/template/template-content.js';
import { figuresOf } from '../domain/template/template-figures.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';

export type TemplateRow = Prisma.TemplateGetPayload<object>;
export type TemplateVersionRow = Prisma.TemplateVersionGetPayload<object>;

/** @throws Refusal when the caller is not of the PMO: templates and roll-outs are theirs. */
export function requireTemplateKeeper(person: Person): void {
  if (hasRole(person, ['pmo-manager'])) return;
  throw new Refusal(
    'projects/pmo-keeps-templates',
    'Templates and roll-outs are kept by the PMO; ask there.',
    { kind: 'forbidden' },
  );
}

/** A template with its row locked; null when there is none. */
export async function lockTemplate(tx: Tx, templateId: string): Promise<TemplateRow | null> {
  await tx.$executeRaw`SELECT 1 FROM template WHERE template_id = ${templateId}::uuid FOR UPDATE`;
  return tx.template.findUnique({ where: { templateId } });
}

/** @throws Refusal `projects/template-not-found` */
export function requireTemplate(template: TemplateRow | null): TemplateRow {
  if (template) return template;
  throw new Refusal('projects/template-not-found', 'There is no template with this id.', {
    kind: 'not-found',
  });
}

/** @throws Refusal `projects/template-retired` */
export function requireInUse({ name, retiredReason }: TemplateRow): void {
  if (retiredReason === null) return;
  throw new Refusal(
    'projects/template-retired',
    `The template "${name}" is retired (${retiredReason}); nothing new begins from it.`,
  );
}

/** @throws Refusal when the caller saw another version. */
export function requireTemplateVersion(template: TemplateRow | null, expected: number | undefined): void {
  const version = template?.version ?? 0;
  if (expected === undefined || expected === version) return;
  throw new Refusal(
    'projects/version-conflict',
    `The template was changed since you read it (it is at version ${version} now); read it again and decide anew.`,
    { kind: 'stale-version', details: { version } },
  );
}

/**
 * A version of a template, the latest when none is named.
 *
 * @throws Refusal `projects/template-not-found`
 */
export async function templateVersion(
  tx: Pick<Tx, 'templateVersion'>,
  templateId: string,
  number?: number,
): Promise<TemplateVersionRow> {
  const row = await tx.templateVersion.findFirst({
    where: { templateId, ...(number === undefined ? {} : { number }) },
    orderBy: { number: 'desc' },
  });
  if (row) return row;
  throw new Refusal(
    'projects/template-not-found',
    number === undefined
      ? 'There is no template with this id.'
      : `There is no version ${number} of this template; see which versions it has.`,
    { kind: 'not-found' },
  );
}

export function contentOf({ content }: Pick<TemplateVersionRow, 'content'>): TemplateContent {
  return content as unknown as TemplateContent;
}

export interface NewVersion {
  readonly templateId: string;
  readonly number: number;
  readonly name: string;
  readonly purpose: string;
  readonly projectId: string;
  readonly planVersion: number;
  readonly content: TemplateContent;
}

/** Writes the next version of a template, or the first one of a new template. */
export async function saveVersion(
  { tx, claims, now }: Pick<Call<Tx>, 'tx' | 'claims' | 'now'>,
  { content, ...facts }: NewVersion,
): Promise<void> {
  const { templateId, number: version, name } = facts;
  const template = { version, name };
  await tx.template.upsert({
    where: { templateId },
    create: { templateId, ...template },
    update: template,
  });
  await tx.templateVersion.create({
    data: {
      ...facts,
      content: content as unknown as Prisma.InputJsonObject,
      figures: { ...figuresOf(content) },
      savedBy: claims.personId ?? claims.subject,
      savedByName: claims.name,
      savedAt: now,
    },
  });
}
