/**
 * Moves labels apart so that none covers another.
 *
 * @param wanted heights in pixels where the labels would like to stand
 * @param gap smallest distance between two labels, in pixels
 * @returns heights in the order given; the order from top to bottom stays
 */
export function spreadLabels(wanted: readonly number[], gap: number, lowest = Infinity): number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((one, other) => one.y - other.y);
  for (let i = 1; i < order.length; i += 1) {
    const [above, here] = [order[i - 1], order[i]];
    if (above && here) here.y = Math.max(here.y, above.y + gap);
  }
  for (let i = order.length - 1; i >= 0; i -= 1) {
    const [here, below] = [order[i], order[i + 1]];
    if (here) here.y = Math.min(here.y, below ? below.y - gap : lowest);
  }
  const placed = [...wanted];
  for (const { y, index } of order) placed[index] = y;
  return placed;
}
