import { eventually } from '../demonstration/eventually.js';
import { loadDemonstration } from '../demonstration/load.js';
import { hold, type Figures, type SmokeState } from './smoke-step.js';

interface Portfolio {
  readonly attention: {
    readonly lines: readonly {
      readonly kind: string;
      readonly title: string;
      readonly projectName?: string;
    }[];
  } | null;
}

const KINDS = ['budget', 'capacity', 'decision', 'gate', 'milestone'];

/** The demonstration portfolio loads, and every kind of attention occurs in it exactly once. */
export async function demonstrationHolds(state: SmokeState): Promise<Figures> {
  const { gatewayUrl, tokenOf, today, progress } = state.target;
  const loaded = await loadDemonstration({ gatewayUrl, tokenOf, today, progress });
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
  const { projects, tasks, people } = loaded;
  return {
    projects,
    tasks,
    people,
    attention: page.attention?.lines.map((line) => `${line.projectName ?? ''}: ${line.title}`),
  };
}
