/** A thing in a list, in one of several groups. */
export interface Listed {
  readonly id: string;
  readonly group: string | null;
}

/**
 * Ids of those that stand elsewhere in a list than before, as few as possible: of what stayed in its group, the longest run in
 * unchanged order stands still, all others have moved. What is new or gone moves nobody.
 */
export function movedAmong(before: readonly Listed[], after: readonly Listed[]): Set<string> {
  const placeBefore = new Map(before.map(({ id, group }, place) => [id, { group, place }]));
  const groups = new Map<string | null, { readonly id: string; readonly place: number }[]>();
  for (const { id, group } of after) {
    const old = placeBefore.get(id);
    if (old === undefined || old.group !== group) continue;
    const members = groups.get(group) ?? [];
    groups.set(group, members);
    members.push({ id, place: old.place });
  }
  return new Set([...groups.values()].flatMap((members) => outOfOrder(members)));
}

/** Members outside the longest rising run of their places (patience sorting). */
function outOfOrder(members: readonly { readonly id: string; readonly place: number }[]): string[] {
  const tops: number[] = [];
  const previous: number[] = [];
  members.forEach(({ place }, index) => {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (members[tops[middle]!]!.place < place) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? -1 : tops[low - 1]!;
    tops[low] = index;
  });
  const still = new Set<number>();
  for (let index = tops.at(-1) ?? -1; index >= 0; index = previous[index]!) still.add(index);
  return members.flatMap(({ id }, index) => (still.has(index) ? [] : [id]));
}
