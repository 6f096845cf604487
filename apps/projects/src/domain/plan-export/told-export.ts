import type { PlanExport } from './export-plan.js';

/** A written file as it is handed out: named after the project, with everything it does not say. */
export function toldExport(
  { projectId, code }: { readonly projectId: string; readonly code: string },
  { content, mediaType, extension, report }: PlanExport,
) {
  const name = code.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 100);
  return {
    projectId,
    fileName: `${name}${extension}`,
    mediaType,
    content,
    losses: report.losses.map(({ count, sentence }) => ({ count, sentence: sentence.slice(0, 1000) })),
  };
}
