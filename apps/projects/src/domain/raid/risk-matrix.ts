import type { Heat } from './heat-map.js';

/** An open risk where it stands; `signedMinor` is its exposure, negative for an opportunity. */
export interface PlacedRisk {
  readonly projectId: string;
  readonly effect: 'threat' | 'opportunity';
  readonly signedMinor: bigint;
  readonly heat: Heat | null;
}

export interface MatrixCell extends Heat {
  readonly effect: PlacedRisk['effect'];
  readonly count: number;
}

export interface ExposedProject {
  readonly projectId: string;
  readonly riskCount: number;
  readonly highCount: number;
  readonly exposureMinor: bigint;
  readonly opportunityMinor: bigint;
  readonly netMinor: bigint;
}

/** How many risks stand in each cell; threats first, the likeliest and gravest first. Empty cells are not told. */
export function matrixCells(risks: readonly PlacedRisk[]): MatrixCell[] {
  const cells = new Map<string, MatrixCell>();
  for (const { effect, heat } of risks) {
    if (heat === null) continue;
    const key = `${effect} ${heat.probabilityBand} ${heat.impactBand}`;
    cells.set(key, { effect, ...heat, count: (cells.get(key)?.count ?? 0) + 1 });
  }
  return [...cells.values()].sort(
    (a, b) =>
      b.effect.localeCompare(a.effect) ||
      b.probabilityBand - a.probabilityBand ||
      b.impactBand - a.impactBand,
  );
}

/** What each project is exposed to: sums of expected values, which add up whatever hangs together. In the order of their first risk. */
export function exposedProjects(risks: readonly PlacedRisk[]): ExposedProject[] {
  const projects = new Map<string, ExposedProject>();
  for (const { projectId, effect, signedMinor, heat } of risks) {
    const known = projects.get(projectId) ?? { projectId, ...NOTHING };
    const isThreat = effect === 'threat';
    projects.set(projectId, {
      projectId,
      riskCount: known.riskCount + 1,
      highCount: known.highCount + (heat?.zone === 'high' ? 1 : 0),
      exposureMinor: known.exposureMinor + (isThreat ? signedMinor : 0n),
      opportunityMinor: known.opportunityMinor - (isThreat ? 0n : signedMinor),
      netMinor: known.netMinor + signedMinor,
    });
  }
  return [...projects.values()];
}

const NOTHING = { riskCount: 0, highCount: 0, exposureMinor: 0n, opportunityMinor: 0n, netMinor: 0n };
