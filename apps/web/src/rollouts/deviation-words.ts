/** How far a plan left its template: `2 added, 1 changed`. */
export function deviationWords(counts: {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}): string {
  const words = (['added', 'removed', 'changed'] as const).flatMap((kind) =>
    counts[kind] === 0 ? [] : [`${counts[kind]} ${kind}`],
  );
  return words.join(', ') || 'as the template';
}

/** Which version of the template a site runs, and what came of the latest: `1, declined 2`. */
export function versionWords(
  {
    templateVersion,
    declinedVersion,
  }: { readonly templateVersion?: number; readonly declinedVersion?: number },
  latest: number,
): string {
  if (templateVersion === undefined) return '–';
  if (templateVersion >= latest) return String(templateVersion);
  return declinedVersion === latest
    ? `${templateVersion}, declined ${latest}`
    : `${templateVersion}, ${latest} is offered`;
}
