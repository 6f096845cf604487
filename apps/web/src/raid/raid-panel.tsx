import type { RaidLine, RaidRegister } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { raidQuery } from '../gateway/raid-queries.js';
import { useMay } from '../gateway/use-may.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import type { ProjectAnswer } from '../gateway/answers.js';
import { HeatMap } from './heat-map.js';
import { RaidDetail } from './raid-detail.js';
import { RaidForm } from './raid-form.js';
import { RaidTable } from './raid-table.js';
import { totalWords } from './raid-words.js';

/** The register of a project: what may happen, what is taken for granted, what happened, what it waits for. */
export function RaidPanel({ answer: { project, plan } }: { readonly answer: ProjectAnswer }) {
  const register = useQuery(raidQuery(project.projectId));
  const mayWrite = useMay('project:write');
  return (
    <Panel
      title="Risks, opportunities, assumptions, issues, dependencies"
      anchor="raid"
      note={noteOf(register.data)}
    >
      <Reading answer={register} what="The register">
        {({ entries }) => (
          <>
            {entries.length === 0 ? (
              <EmptyState title="Nothing is in the register yet">
                Name what may go wrong and what it would cost: “The supplier is late, 30 percent, €50,000, ten
                days”. Risks that name a task take part in the simulation of the finish.
              </EmptyState>
            ) : (
              <>
                <HeatMap entries={entries} />
                <Register entries={entries} mayWrite={mayWrite === true} />
              </>
            )}
            {mayWrite && (
              <details className={forms.disclosure}>
                <summary>Add an entry</summary>
                <RaidForm project={project} tasks={plan?.tasks ?? []} />
              </details>
            )}
          </>
        )}
      </Reading>
    </Panel>
  );
}

interface RegisterProps {
  readonly entries: readonly RaidLine[];
  readonly mayWrite: boolean;
}

function Register({ entries, mayWrite }: RegisterProps) {
  const [chosenId, setChosen] = useState<string>();
  const chosen = entries.find(({ entryId }) => entryId === chosenId);
  return (
    <>
      <RaidTable entries={entries} chosenId={chosenId} onChoose={setChosen} />
      {chosen && (
        <RaidDetail
          key={`${chosen.entryId} ${chosen.version}`}
          line={chosen}
          mayWrite={mayWrite}
          onConverted={setChosen}
        />
      )}
    </>
  );
}

function noteOf(register: RaidRegister | undefined): string | undefined {
  return register && register.totals.map(totalWords).join('; ');
}
