/** One change to the code and what the tests made of it. */
export interface Mutant {
  /** Below the repository. */
  readonly file: string;
  readonly line: number;
  readonly mutator: string;
  readonly original: string;
  readonly replacement: string;
  readonly status: 'killed' | 'timed-out' | 'survived' | 'not-covered' | 'left-out';
}

/** Why a change that no test notices is no hole in the tests. Names the change by its text, which lives longer than its line. */
export interface Reason {
  readonly file: string;
  readonly original: string;
  readonly replacement: string;
  readonly reason: string;
}

export interface MutationFigures {
  readonly killed: number;
  readonly timedOut: number;
  readonly survived: number;
  /** Percent of the changes that were noticed. */
  readonly score: number;
}

export interface Survivor extends Mutant {
  readonly reason: string | null;
}

/** A change that makes the tests run for ever has been noticed; one that no test reaches has not. */
export function mutationFigures(mutants: readonly Mutant[]): MutationFigures {
  const count = (...statuses: readonly Mutant['status'][]) =>
    mutants.filter(({ status }) => statuses.includes(status)).length;
  const [killed, timedOut, survived] = [
    count('killed'),
    count('timed-out'),
    count('survived', 'not-covered'),
  ] as const;
  const counted = killed + timedOut + survived;
  return {
    killed,
    timedOut,
    survived,
    score: counted === 0 ? 0 : Math.floor((10_000 * (killed + timedOut)) / counted) / 100,
  };
}

export function survivors(mutants: readonly Mutant[], reasons: readonly Reason[]): Survivor[] {
  return mutants
    .filter(({ status }) => status === 'survived' || status === 'not-covered')
    .map((mutant) => ({ ...mutant, reason: reasonOf(mutant, reasons) }))
    .sort((one, other) => (one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1));
}

/** The report as it is committed. */
export function mutationMarkdown(
  title: string,
  { killed, timedOut, survived, score }: MutationFigures,
  left: readonly Survivor[],
): string {
  const rows = left.map(
    ({ file, line, original, replacement, reason }) =>
      `| ${file}:${line} | ${code(original)} | ${code(replacement)} | ${reason ?? '**no reason given**'} |`,
  );
  return [
    `# ${title}`,
    '',
    `${killed + timedOut + survived} changes: ${killed} noticed by a failing test, ${timedOut} by tests that did not end, ${survived} not noticed. Score ${score.toFixed(2)} %.`,
    '',
    ...(rows.length === 0
      ? []
      : ['| where | what | becomes | why it is no hole |', '| - | - | - | - |', ...rows, '']),
  ].join('\n');
}

function reasonOf({ file, original, replacement }: Mutant, reasons: readonly Reason[]): string | null {
  const found = reasons.find(
    (one) => one.file === file && one.original === original && one.replacement === replacement,
  );
  return found?.reason ?? null;
}

function code(text: string): string {
  return `\`${text.replace(/\s+/g, ' ').replaceAll('|', '\\|')}\``;
}
