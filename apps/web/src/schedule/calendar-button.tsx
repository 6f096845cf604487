import { Button } from '@mantine/core';
import type { PlanExportFile } from '@meridian/contracts-projects';
import { useMutation } from '@tanstack/react-query';
import { ask } from '../gateway/ask.js';
import { ChangeProblem } from '../parts/change-problem.js';

/** Hands out the milestones of a plan as a file for a calendar. */
export function CalendarButton({ projectId }: { readonly projectId: string }) {
  const file = useMutation({
    mutationFn: () => ask<PlanExportFile>(`/v1/projects/${encodeURIComponent(projectId)}/calendar`, {}),
    onSuccess: save,
  });
  return (
    <>
      <Button size="compact-xs" variant="subtle" loading={file.isPending} onClick={() => file.mutate()}>
        Milestones for your calendar
      </Button>
      <ChangeProblem cause={file.error} />
    </>
  );
}

function save({ content, mediaType, fileName }: PlanExportFile): void {
  const address = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
