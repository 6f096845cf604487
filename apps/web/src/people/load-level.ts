/** How full a week is, for the shade that repeats the number. @param percent of the available hours */
export function loadLevel(percent: number): 'free' | 'good' | 'full' | 'over' | 'high' {
  if (percent > 125) return 'high';
  if (percent > 110) return 'over';
  if (percent > 100) return 'full';
  return percent >= 75 ? 'good' : 'free';
}
