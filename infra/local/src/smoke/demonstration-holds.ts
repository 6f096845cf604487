import { eventually } from '../demonstration/eventually.js';
import type { Figures, SmokeState } from './smoke-step.js';

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

/** Every kind once, each where the story put it; which of the two projects an overload is shown at does not matter. */
const TOLD = [
  /^budget: Customer platform: /,
  /^capacity: .*: Tom Jensen is booked at 200 %/,
  /^decision: ERP core template: /,
  /^gate: Helix eCTD submission: /,
  /^milestone: Master data: /,
];

/** In the demonstration portfolio every kind of attention occurs exactly once. */
export async function demonstrationHolds(state: SmokeState): Promise<Figures> {
  const anna = state.as('anna.meyer');
  const attention = async (): Promise<string[]> => {
    const page = await anna.get<Portfolio>('/v1/portfolio');
    const lines = page.attention?.lines ?? [];
    return lines.map((line) => `${line.kind}: ${line.projectName ?? ''}: ${line.title}`).sort();
  };
  const lines = await eventually(
    attention,
    (all) => all.length === TOLD.length && TOLD.every((told, index) => told.test(all[index] ?? '')),
  );
  const { health } = await anna.get<Portfolio>('/v1/portfolio');
  return { projects: health?.projects, attention: lines };
}
