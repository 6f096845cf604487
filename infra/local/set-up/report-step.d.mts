export type Progress = (text: string) => void;

export function reportStep(
  name: string,
  step: (progress: Progress) => Promise<string | undefined>,
  started?: number,
): Promise<boolean>;

export function paint(text: string, code: number): string;
