interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line that keeps its height until the next point: a forecast holds until it is said anew. */
export function stepPath([first, ...rest]: readonly Point[]): string {
  if (!first) return '';
  return [`M${first.x},${first.y}`, ...rest.map(({ x, y }) => `H${x}V${y}`)].join('');
}
