/** What HR told about a person, to hold from a day on. */
export interface EmploymentFact {
  readonly kind: 'hired' | 'changed' | 'left';
  /** First day for `hired` and `changed`, last day of employment for `left`. */
  readonly effectiveOn: string;
  readonly facts: Partial<PersonFacts>;
}

export interface PersonFacts {
  readonly name: string;
  readonly email: string | null;
  readonly role: string;
  readonly orgUnit: string;
  readonly site: string | null;
  readonly ftePercent: number;
  readonly isContractor: boolean;
  /** Cost grade; never a salary. */
  readonly grade: string | null;
  readonly lineManagerId: string | null;
  /** Agreed end, told at hiring or later. */
  readonly employedUntil: string | null;
}

/** A stretch of days on which a person is employed with the same share of full time. */
export interface EmploymentPeriod {
  readonly from: string;
  /** Last day; `null` when no end is known. */
  readonly until: string | null;
  readonly ftePercent: number;
}

export interface Employment {
  readonly current: PersonFacts & { readonly employedFrom: string };
  readonly periods: readonly EmploymentPeriod[];
}

const DAY_MS = 86_400_000;

/**
 * Folds effective-dated facts, in the order of their days, into what holds on a day and into employment periods. A
 * rehire opens a new period of the same person; facts dated in the future are planned with but not shown as current.
 *
 * @param today `YYYY-MM-DD`
 * @throws RangeError when no hiring is among the facts
 */
export function employmentOf(told: readonly EmploymentFact[], today: string): Employment {
  const facts = [...told].sort((a, b) => a.effectiveOn.localeCompare(b.effectiveOn));
  const first = facts.find((fact) => fact.kind === 'hired');
  if (!first) throw new RangeError('A person without a hiring is not employed.');
  let person = factsOf(first);
  let current = { ...person, employedFrom: first.effectiveOn };
  const periods: EmploymentPeriod[] = [];
  let open: EmploymentPeriod | null = null;
  for (const fact of facts) {
    if (fact.kind === 'left') {
      if (open) periods.push({ ...open, until: earlier(open.until, fact.effectiveOn) });
      open = null;
      if (current.employedFrom <= fact.effectiveOn) current = { ...current, employedUntil: fact.effectiveOn };
      continue;
    }
    const isStart: boolean = fact.kind === 'hired' && open === null;
    if (fact.kind === 'changed' && open === null) continue;
    person = { ...person, employedUntil: isStart ? null : person.employedUntil, ...fact.facts };
    if (open && open.from < fact.effectiveOn) {
      periods.push({ ...open, until: earlier(open.until, dayBefore(fact.effectiveOn)) });
    }
    open = { from: fact.effectiveOn, until: person.employedUntil, ftePercent: person.ftePercent };
    if (fact.effectiveOn <= today || fact.effectiveOn === first.effectiveOn) {
      current = { ...person, employedFrom: isStart ? fact.effectiveOn : current.employedFrom };
    }
  }
  return { current, periods: open ? [...periods, open] : periods };
}

function factsOf(fact: EmploymentFact): PersonFacts {
  return {
    name: '',
    email: null,
    role: '',
    orgUnit: '',
    site: null,
    ftePercent: 100,
    isContractor: false,
    grade: null,
    lineManagerId: null,
    employedUntil: null,
    ...fact.facts,
  };
}

function earlier(a: string | null, b: string): string {
  return a !== null && a < b ? a : b;
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - DAY_MS).toISOString().slice(0, 10);
}
