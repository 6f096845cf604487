/** What a difference between what was acknowledged and what is shown means. */
export type Wrong = 'lost' | 'twice' | 'out of order' | 'disagrees';

export interface Deviation {
  readonly wrong: Wrong;
  /** How many commands are concerned; 1 where that cannot be said. */
  readonly count: number;
  readonly what: string;
  /** The commands concerned, where each has a name. */
  readonly names?: readonly string[];
}

/** Figures that should say the same. */
export function differ(what: string, expected: unknown, shown: unknown): Deviation[] {
  return deviation('disagrees', what, expected, shown);
}

/** The last command on something should be the one that stands. */
export function lastStands(what: string, acknowledged: unknown, shown: unknown): Deviation[] {
  return deviation('out of order', what, acknowledged, shown);
}

/** So many commands were acknowledged on something, and so many took effect. */
export function sameCount(what: string, acknowledged: number, shown: number | undefined): Deviation[] {
  if (shown === acknowledged) return [];
  const wrong = shown === undefined || shown < acknowledged ? 'lost' : 'twice';
  const text = `${what}: ${acknowledged} acknowledged, ${String(shown)} shown`;
  return [{ wrong, count: Math.abs(acknowledged - (shown ?? 0)), what: text }];
}

/** The exact sum of what was acknowledged should stand: less means something is lost, more that something counts twice. */
export function sameSum(what: string, acknowledged: bigint, shown: string | undefined): Deviation[] {
  if (shown === String(acknowledged)) return [];
  const wrong = shown === undefined || BigInt(shown) < acknowledged ? 'lost' : 'twice';
  return deviation(wrong, what, acknowledged, shown);
}

/** Each acknowledged name should be shown once, and nothing else. */
export function sameOnce(
  what: string,
  acknowledged: readonly string[],
  shown: readonly string[],
): Deviation[] {
  const left = new Map<string, number>();
  for (const one of shown) left.set(one, (left.get(one) ?? 0) + 1);
  const lost = acknowledged.filter((one) => {
    const times = left.get(one) ?? 0;
    left.set(one, times - 1);
    return times === 0;
  });
  const extra = [...left].filter(([, times]) => times > 0).map(([one]) => one);
  return [
    ...(lost.length > 0
      ? [
          {
            wrong: 'lost' as const,
            count: lost.length,
            what: `${what}: lost ${lost.join(', ')}`,
            names: lost,
          },
        ]
      : []),
    ...(extra.length > 0
      ? [
          {
            wrong: 'twice' as const,
            count: extra.length,
            what: `${what}: twice or never acknowledged ${extra.join(', ')}`,
            names: extra,
          },
        ]
      : []),
  ];
}

function deviation(wrong: Wrong, what: string, acknowledged: unknown, shown: unknown): Deviation[] {
  if (acknowledged === shown) return [];
  const text = `${what}: ${String(acknowledged)} is expected, ${String(shown)} is shown`;
  return [{ wrong, count: 1, what: text }];
}
