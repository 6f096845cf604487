/** Stages before a project is approved, in their order: what may become a project is counted apart from what is one. */
export const PIPELINE = ['idea', 'proposal', 'candidate'] as const;

export type PipelineStage = (typeof PIPELINE)[number];

/** How many stand in each stage of the pipeline, the first stage first; stages that are empty are told too. */
export function pipelineOf(
  counts: readonly { readonly stage: string; readonly projects: number }[],
): { readonly stage: PipelineStage; readonly projects: number }[] {
  return PIPELINE.map((stage) => ({
    stage,
    projects: counts.find((count) => count.stage === stage)?.projects ?? 0,
  }));
}
