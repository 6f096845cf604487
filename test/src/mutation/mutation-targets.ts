/** A package whose code is changed a little, here and there, to see whether its tests notice. */
export interface MutationTarget {
  readonly package: string;
  readonly mutate: readonly string[];
  /** Compiled tests, below the package. */
  readonly tests: readonly string[];
  /** Percent of the changes that the tests have to notice. */
  readonly leastScore: number;
}

export const MUTATION_TARGETS: Readonly<Record<string, MutationTarget>> = {
  budgeting: {
    package: 'apps/budgeting',
    mutate: ['apps/budgeting/src/domain/**/*.ts'],
    tests: ['dist/domain/**/*.test.js'],
    leastScore: 90,
  },
  bus: {
    package: 'libs/bus',
    mutate: ['libs/bus/src/protocol/**/*.ts'],
    // A mistake that only a schedule shows is shown by a short run of them.
    tests: ['dist/protocol/**/*.test.js', 'dist/simulator/short-run.test.js'],
    leastScore: 95,
  },
  calendar: {
    package: 'libs/calendar',
    mutate: ['libs/calendar/src/**/*.ts'],
    tests: ['dist/**/*.test.js'],
    leastScore: 90,
  },
  network: {
    package: 'libs/network',
    mutate: ['libs/network/src/**/*.ts'],
    tests: ['dist/**/*.test.js'],
    leastScore: 90,
  },
};

export function mutationTarget(name: string | undefined): MutationTarget {
  const target = MUTATION_TARGETS[name ?? ''];
  if (target) return target;
  throw new Error(
    `"${name ?? ''}" has no mutation test; npm run mutation -- takes one of ${Object.keys(MUTATION_TARGETS).join(', ')}.`,
  );
}
