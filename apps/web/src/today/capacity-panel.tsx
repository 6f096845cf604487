import type { PortfolioCapacityFigures } from '@meridian/contracts-resourcing';
import type { MissingPart } from '../gateway/answers.js';
import { EmptyState } from '../parts/empty-state.js';
import { LoadTable } from '../people/load-table.js';
import { Part } from '../parts/missing-part.js';
import { Panel } from '../parts/panel.js';

interface CapacityPanelProps {
  readonly capacity: PortfolioCapacityFigures | null;
  readonly missing: readonly MissingPart[];
  readonly wide: string | undefined;
}

const shownPeople = 6;
const shownWeeks = 8;

/** The people with most above 110 percent, week by week with the number. */
export function CapacityPanel({ capacity, missing, wide }: CapacityPanelProps) {
  const note = ['percent of available hours', wide].filter(Boolean).join(', ');
  return (
    <Panel title="People over 110 %" anchor="people" note={note}>
      <Part answer={capacity} part="capacity" missing={missing}>
        {({ overloads, people }) =>
          overloads.length === 0 ? (
            <EmptyState title="Nobody is above 110 %">
              {people === 0
                ? 'People come from the HR system or are recorded by the resource manager.'
                : 'All bookings of the coming weeks fit into the hours people have.'}
            </EmptyState>
          ) : (
            <LoadTable people={overloads.slice(0, shownPeople)} weeks={shownWeeks} />
          )
        }
      </Part>
    </Panel>
  );
}
