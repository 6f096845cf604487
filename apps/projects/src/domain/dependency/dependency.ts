import { Refusal } from '@meridian/refusal';

export type Side = 'giver' | 'taker';
export type Answer = 'accept' | 'reject' | 'renegotiate' | 'withdraw';
export type DependencyState = 'offered' | 'accepted' | 'rejected' | 'withdrawn';

/** What one project promises another by a day. Days are `YYYY-MM-DD`. */
export interface Dependency {
  readonly state: DependencyState;
  /** Whose answer is waited for. */
  readonly turn: Side | null;
  /** What both agreed on; it stands while another day is negotiated. */
  readonly promisedOn: string | null;
  /** What is on the table. */
  readonly offeredOn: string | null;
  /** When the giving task is computed to finish; null when it is not in its plan any more. */
  readonly forecastOn: string | null;
  readonly isAtRisk: boolean;
}

export type Act =
  'offered' | 'accepted' | 'rejected' | 'renegotiated' | 'withdrawn' | 'at-risk' | 'safe-again';

export interface Answered {
  readonly dependency: Dependency;
  readonly act: Act;
  /** The day the answer was about. */
  readonly on: string | null;
}

/** The giver begins: the taker is asked. */
export function offered(offeredOn: string, forecastOn: string | null): Dependency {
  return { state: 'offered', turn: 'taker', promisedOn: null, offeredOn, forecastOn, isAtRisk: false };
}

/**
 * One side answers. An offer is answered by the side whose turn it is, and taken back by the other one; what is agreed may be
 * opened again by either. Rejecting another day leaves the agreed one as it was.
 *
 * @throws Refusal `projects/dependency-closed`, `projects/not-your-turn`, `projects/day-missing`
 */
export function answered(
  before: Dependency,
  side: Side,
  { answer, day }: { readonly answer: Answer; readonly day: string | null },
): Answered {
  if (before.state === 'rejected' || before.state === 'withdrawn') throw closed(before.state);
  const { promisedOn, offeredOn } = before;
  if (answer === 'renegotiate') {
    if (before.state === 'offered' && before.turn !== side) throw notYourTurn();
    if (day === null) throw dayMissing();
    const turn = side === 'giver' ? 'taker' : 'giver';
    return settled({ ...before, state: 'offered', turn, offeredOn: day }, 'renegotiated', day);
  }
  const isOwnOffer = before.turn !== side;
  if (before.state !== 'offered' || isOwnOffer !== (answer === 'withdraw')) throw notYourTurn();
  if (answer === 'accept')
    return settled(
      { ...before, ...NOBODYS_TURN, state: 'accepted', promisedOn: offeredOn },
      'accepted',
      offeredOn,
    );
  const [ended, act] =
    answer === 'reject' ? (['rejected', 'rejected'] as const) : (['withdrawn', 'withdrawn'] as const);
  const state = promisedOn === null ? ended : 'accepted';
  return settled({ ...before, ...NOBODYS_TURN, state }, act, offeredOn);
}

/** The dependency with another forecast; an act when the promise comes into danger or out of it. */
export function forecast(
  before: Dependency,
  forecastOn: string | null,
): { readonly dependency: Dependency; readonly act: Act | null } {
  const dependency = withRisk({ ...before, forecastOn });
  if (dependency.isAtRisk === before.isAtRisk) return { dependency, act: null };
  return { dependency, act: dependency.isAtRisk ? 'at-risk' : 'safe-again' };
}

const NOBODYS_TURN = { turn: null, offeredOn: null };

function settled(dependency: Dependency, act: Act, on: string | null): Answered {
  return { dependency: withRisk(dependency), act, on };
}

/** The forecast passes the agreed day, or nothing is left that could keep it. */
function withRisk(dependency: Dependency): Dependency {
  const { promisedOn, forecastOn } = dependency;
  return {
    ...dependency,
    isAtRisk: promisedOn !== null && (forecastOn === null || forecastOn > promisedOn),
  };
}

function closed(state: string): Refusal {
  return new Refusal('projects/dependency-closed', `The offer was ${state}; make a new one.`);
}

function notYourTurn(): Refusal {
  return new Refusal(
    'projects/not-your-turn',
    'There is no offer of the other project to answer, or no offer of yours to take back; what is agreed can be renegotiated.',
  );
}

function dayMissing(): Refusal {
  return new Refusal('projects/day-missing', 'Say which day you ask for in place of the offered one.', {
    kind: 'unprocessable',
  });
}
