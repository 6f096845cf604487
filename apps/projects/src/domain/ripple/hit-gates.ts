/** A gate that is not decided yet, and the milestones that are its evidence. */
export interface OpenGate {
  readonly phaseId: string;
  readonly name: string;
  /** `YYYY-MM-DD` */
  readonly dueOn: string | null;
  readonly milestoneIds: readonly string[];
}

/** A milestone of a plan with its day without the slip and with it. */
export interface SlippedMilestone {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

export interface GateHit {
  readonly gate: OpenGate;
  readonly readyBefore: string;
  readonly readyOn: string;
  /** The milestone that is reached last with the slip. */
  readonly milestoneName: string;
}

/**
 * The gates that a slip holds up: a gate is ready when the last milestone it asks for is reached, so only a later last one
 * counts. Milestones that left the plan are waited for by nobody.
 *
 * @param milestones of the plan, by their id
 */
export function hitGates(
  gates: readonly OpenGate[],
  milestones: ReadonlyMap<string, SlippedMilestone>,
): readonly GateHit[] {
  return gates.flatMap((gate) => {
    const asked = gate.milestoneIds.flatMap((id) => milestones.get(id) ?? []);
    const [first, ...rest] = asked;
    if (first === undefined) return [];
    const last = rest.reduce((latest, one) => (one.after > latest.after ? one : latest), first);
    const readyBefore = asked.map(({ before }) => before).reduce((a, b) => (b > a ? b : a));
    if (last.after === readyBefore) return [];
    return [{ gate, readyBefore, readyOn: last.after, milestoneName: last.name }];
  });
}
