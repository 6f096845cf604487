import { eventually } from '../demonstration/eventually.js';
import { hold, type Figures, type SmokeState } from './smoke-step.js';

interface Portfolio {
  readonly health: { readonly projects: number } | null;
  readonly attention: {
    readonly lines: readonly {
      readonly kind: string;
      readonly title: string;
      readonly projectName?: string;
    }[];
  } | null;
}

const KINDS = ['budget', 'capacity', 'decision', 'gate', 'milestone'];

/** In the demonstration portfolio every kind of attention occurs exactly once. */
export async function demonstrationHolds(state: SmokeState): Promise<Figures> {
  const kindsOf = (page: Portfolio): string =>
    (page.attention?.lines ?? [])
      .map((line) => line.kind)
      .sort()
      .join();
  const page = await eventually(
    () => state.as('anna.meyer').get<Portfolio>('/v1/portfolio'),
    (portfolio) => kindsOf(portfolio) === KINDS.join(),
  );
  hold(kindsOf(page) === KINDS.join(), 'every kind of attention occurs once');
  return {
    projects: page.health?.projects,
    attention: page.attention?.lines.map((line) => `${line.projectName ?? ''}: ${line.title}`),
  };
}
