import type { DependencyAnswer, DependencyLine } from '@meridian/contracts-projects';

/** What this side may say now: an offer is answered by whose turn it is and taken back by the other; what is agreed may be opened again. */
export function answersTo(line: DependencyLine): readonly DependencyAnswer[] {
  const { state, turn, direction, isYourTurn } = line;
  if (state === 'accepted') return ['renegotiate'];
  if (state !== 'offered') return [];
  const side = direction === 'gives' ? 'giver' : 'taker';
  if (turn !== side) return ['withdraw'];
  return isYourTurn ? ['accept', 'renegotiate', 'reject'] : [];
}

export const answerWords: Readonly<Record<DependencyAnswer, string>> = {
  accept: 'Accept it',
  reject: 'Reject it',
  renegotiate: 'Ask for the other day',
  withdraw: 'Take it back',
};
