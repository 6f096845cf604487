/** What of a project says whether another one may learn from it. */
export interface ProjectTraits {
  readonly category: string | null;
  readonly orgUnit: string | null;
  readonly programme: string | null;
  readonly portfolio: string;
  readonly currency: string;
  readonly wholeLifeCostMinor: bigint | null;
  readonly durationMonths: number | null;
  readonly templateId: string | null;
}

/** What a project is about to do. */
export interface Asking extends ProjectTraits {
  /** The phase it is in, or the one whose gate comes next. */
  readonly phaseName: string | null;
  /** What its open risks and issues are about, in small letters. */
  readonly worries: readonly string[];
}

export interface LearnedLesson {
  readonly project: ProjectTraits;
  readonly phaseName: string | null;
  readonly category: string;
}

export interface Match {
  readonly score: number;
  readonly reasons: readonly string[];
}

/**
 * How closely a lesson matches a project: the weights of what both have in common, added up. The weights are the house's own: what is done in
 * the same way (template, phase, kind of project) counts more than who does it (programme, unit, portfolio). Projects are of one
 * size when neither costs or takes more than twice as much as the other. Null when nothing but the portfolio is the same.
 */
export function matchOf(asking: Asking, { project, phaseName, category }: LearnedLesson): Match | null {
  const found: readonly (readonly [isSo: boolean, weight: number, reason: string])[] = [
    [isSame(asking.templateId, project.templateId), 4, 'It began from the same template.'],
    [isSame(asking.phaseName, phaseName), 4, `It was learned in the phase "${phaseName}".`],
    [isSame(asking.category, project.category), 3, `It is of the same kind: ${project.category}.`],
    [isSame(asking.programme, project.programme), 2, `It is in the same programme: ${project.programme}.`],
    [isSame(asking.orgUnit, project.orgUnit), 2, `It is of the same unit: ${project.orgUnit}.`],
    [isOfOneSize(asking, project), 1, 'It is of about the same size.'],
    [asking.worries.includes(category), 2, `An open entry of the register is about ${category}.`],
  ];
  const alike = found.filter(([isSo]) => isSo);
  if (alike.length === 0) return null;
  const isNear = asking.portfolio === project.portfolio;
  return {
    score: alike.reduce((sum, [, weight]) => sum + weight, isNear ? 1 : 0),
    reasons: [
      ...alike.map(([, , reason]) => reason),
      ...(isNear ? [`It is in the same portfolio: ${project.portfolio}.`] : []),
    ],
  };
}

/** Lessons with what they have in common with a project, the closest first; among equals the order in which they came. */
export function matchLessons<L extends LearnedLesson>(
  asking: Asking,
  lessons: readonly L[],
): (Match & { readonly lesson: L })[] {
  return lessons
    .flatMap((lesson) => {
      const match = matchOf(asking, lesson);
      return match === null ? [] : [{ lesson, ...match }];
    })
    .sort((a, b) => b.score - a.score);
}

export interface Occasion {
  readonly occasion: 'planning' | 'gate' | 'none';
  readonly gate: { readonly phaseId: string; readonly name: string; readonly dueOn: string } | null;
}

export interface KnownGate {
  readonly phaseId: string;
  readonly name: string;
  readonly dueOn: string | null;
  readonly isDecided: boolean;
}

/** Time enough to do something about it before the gate. */
const BEFORE_GATE_DAYS = 28;
const DAY_MS = 86_400_000;

/** When lessons are wanted: before a gate, overdue ones included, and while there is no approved plan yet. Days are `YYYY-MM-DD`. */
export function occasionOf(
  { stage, isPlanned }: { readonly stage: string; readonly isPlanned: boolean },
  gates: readonly KnownGate[],
  today: string,
): Occasion {
  const last = new Date(Date.parse(today) + BEFORE_GATE_DAYS * DAY_MS).toISOString().slice(0, 10);
  const next = gates
    .flatMap(({ phaseId, name, dueOn, isDecided }) =>
      isDecided || dueOn === null ? [] : [{ phaseId, name, dueOn }],
    )
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn))[0];
  if (next !== undefined && next.dueOn <= last) return { occasion: 'gate', gate: next };
  const isBefore = ['idea', 'proposal', 'candidate', 'approved'].includes(stage);
  const isPlanning = isBefore || (stage === 'delivery' && !isPlanned);
  return { occasion: isPlanning ? 'planning' : 'none', gate: null };
}

function isSame(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one.toLowerCase() === other.toLowerCase();
}

function isOfOneSize(one: ProjectTraits, other: ProjectTraits): boolean {
  const [a, b] = [one.wholeLifeCostMinor, other.wholeLifeCostMinor];
  if (a !== null && b !== null && one.currency === other.currency && a > 0n && b > 0n)
    return a <= 2n * b && b <= 2n * a;
  const [m, n] = [one.durationMonths, other.durationMonths];
  return m !== null && n !== null && m > 0 && n > 0 && m <= 2 * n && n <= 2 * m;
}
