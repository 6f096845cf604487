/** A candidate of a scenario, and the name of the period in which it starts when it is done. */
export interface PlannedCandidate {
  readonly candidateId: string;
  readonly name: string;
  readonly projectId?: string;
  readonly startsIn?: string;
}

export interface CandidateChange extends PlannedCandidate {
  readonly change: 'begin' | 'stop' | 'move' | 'keep';
  readonly startedIn?: string;
}

/**
 * What approving a scenario changes against the one in force: what begins, stops, moves and stays. What was done and is no
 * candidate any more stops too. Candidates that are done in neither are left out.
 */
export function scenarioChanges(
  next: readonly PlannedCandidate[],
  inForce: readonly PlannedCandidate[],
): readonly CandidateChange[] {
  const before = new Map(inForce.map((one) => [one.candidateId, one.startsIn]));
  const known = new Set(next.map(({ candidateId }) => candidateId));
  const gone = inForce.filter(({ candidateId }) => !known.has(candidateId)).map(withoutStart);
  return [...next, ...gone].flatMap((candidate): CandidateChange[] => {
    const startedIn = before.get(candidate.candidateId);
    const { startsIn } = candidate;
    if (startsIn === undefined && startedIn === undefined) return [];
    if (startsIn === undefined) return [{ ...candidate, change: 'stop', ...(startedIn && { startedIn }) }];
    if (startedIn === undefined) return [{ ...candidate, change: 'begin' }];
    return [{ ...candidate, change: startsIn === startedIn ? 'keep' : 'move', startedIn }];
  });
}

function withoutStart({ startsIn: _, ...candidate }: PlannedCandidate): PlannedCandidate {
  return candidate;
}
