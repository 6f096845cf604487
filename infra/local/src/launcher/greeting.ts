import { paint } from '../../set-up/report-step.mjs';
import { developmentPassword, people } from '../people.js';

const BOLD_CYAN = 36;
const COLUMN = 36;

/** The last lines of a start: where it is, who can sign in, what to try next, how to end it. */
export function greeting(url: string, seconds: number, hasKeys: boolean): string {
  const entries = people.map(
    ({ handle, roles }) => `${handle.padEnd(13)}${roles.join(', ').replaceAll('-', ' ')}`,
  );
  const rows = pairs(entries).map(([left, right = '']) => `     ${left.padEnd(COLUMN)}${right}`.trimEnd());
  const keys = hasKeys ? 'O opens the browser · S status · L logs · Q quits' : 'Ctrl-C ends it';
  return [
    `  Ready in ${seconds.toFixed(1)} s →  ${paint(url, BOLD_CYAN)}`,
    ...rows,
    `     password of everybody: ${developmentPassword}`,
    `  Next: 1  sign in as anna.meyer and look at "Needs you today": five things wait for you`,
    `        2  read ${url}/docs and ask the API: npm run -s token -- jon.okafor`,
    `        3  let it walk the whole main job by itself: npm start -- --smoke`,
    `  ${keys}; the data stays in .meridian/ (npm start -- --reset begins anew)`,
  ].join('\n');
}

function pairs<T>(list: readonly T[]): [T, T?][] {
  return Array.from({ length: Math.ceil(list.length / 2) }, (_, row) => [
    list[2 * row] as T,
    list[2 * row + 1],
  ]);
}
