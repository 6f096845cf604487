import { Button } from '@mantine/core';
import type { PlanDifferences, PlanImportReport } from '@meridian/contracts-projects';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../gateway/send.js';
import { useMay } from '../gateway/use-may.js';
import { Panel } from '../parts/panel.js';
import { CalendarButton } from './calendar-button.js';
import { ChangeProblem } from '../parts/change-problem.js';
import { DifferencesView } from './differences-view.js';
import { fileAsBase64 } from './file-as-base64.js';
import { useChange } from './use-change.js';
import forms from '../parts/forms.module.css';

interface ImportPanelProps {
  readonly projectId: string;
  readonly hasPlan: boolean;
}

interface ChosenFile {
  readonly fileName: string;
  readonly contentBase64: string;
}

interface Preview {
  readonly file: ChosenFile;
  readonly differences: PlanDifferences;
}

/** A plan file is shown with everything it would change before it is imported; dates go out to calendars. */
export function ImportPanel({ projectId, hasPlan }: ImportPanelProps) {
  const mayImport = useMay('project:write') === true;
  if (!mayImport && !hasPlan) return null;
  return (
    <Panel
      title="Plan files"
      note={mayImport ? 'Microsoft Project XML, Primavera XML or XER, CSV' : undefined}
      side={hasPlan && <CalendarButton projectId={projectId} />}
    >
      {mayImport ? (
        <ImportForm projectId={projectId} />
      ) : (
        <p className="quiet">The project manager imports the plan.</p>
      )}
    </Panel>
  );
}

function ImportForm({ projectId }: { readonly projectId: string }) {
  const [chosen, setChosen] = useState<File>();
  const path = `/v1/projects/${encodeURIComponent(projectId)}`;
  const preview = useMutation({
    mutationFn: async (picked: File): Promise<Preview> => {
      const file = { fileName: picked.name, contentBase64: await fileAsBase64(picked) };
      const key = crypto.randomUUID();
      const wish = { method: 'POST' as const, path: `${path}/plan-previews`, body: file, key };
      return { file, differences: await send<PlanDifferences>(wish) };
    },
  });
  const change = useChange<PlanImportReport>(projectId);
  const pick = (file: File | undefined): void => {
    setChosen(file);
    preview.reset();
    change.reset();
    if (file) preview.mutate(file);
  };
  const adopt = ({ file }: Preview): void =>
    change.mutate(
      { method: 'POST', path: `${path}/plan-imports`, body: file },
      { onSuccess: () => preview.reset() },
    );
  return (
    <>
      <div className={forms.form}>
        <label className={forms.field}>
          <span>Plan file; what it changes is shown first</span>
          <input type="file" onChange={({ currentTarget }) => pick(currentTarget.files?.[0])} />
        </label>
        {preview.data && (
          <Button size="xs" loading={change.isPending} onClick={() => adopt(preview.data)}>
            Import {chosen?.name}
          </Button>
        )}
        {preview.isPending && <p className="quiet">Reading the file…</p>}
        {change.data && <ImportedWords report={change.data} />}
        <ChangeProblem cause={preview.error ?? change.error} />
      </div>
      {preview.data && <DifferencesView differences={preview.data.differences} />}
    </>
  );
}

function ImportedWords({ report }: { readonly report: PlanImportReport }) {
  const words = report.isUnchanged
    ? 'This file is the plan already; nothing changed.'
    : `Imported: ${report.read.tasks} tasks, ${report.read.links} links; version ${report.planVersion} of the plan.`;
  return (
    <p className={forms.done} role="status">
      {words}
    </p>
  );
}
