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
