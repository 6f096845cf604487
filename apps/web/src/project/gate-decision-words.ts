const words: Record<string, string> = {
  go: 'Go',
  'conditional-go': 'Go with conditions',
  hold: 'On hold',
  recycle: 'To be done again',
  kill: 'Stopped',
};

/** The trade's decisions at a gate in plain words. */
export function gateDecisionWords(decision: string): string {
  return words[decision] ?? decision;
}
