/**
 * How long scheduling takes; run by hand after a build: `node libs/network/dist/bench/schedule.bench.js [activities] [mixed]`. Links: three per
 * activity, all four kinds, lags; ids shuffled. Figures are the median of the warm passes.
 */
import {
  compileCalendar,
  momentFromIso,
  NIGHT_SHIFT_CALENDAR,
  ROUND_THE_CLOCK_CALENDAR,
  STANDARD_CALENDAR,
} from '@meridian/calendar';
import type { Activity, Link, LinkKind, NetworkInput } from '../activity-network.js';
import { compileNetwork } from '../compile-network.js';
import { schedule } from '../schedule.js';
import type { ScheduleOptions } from '../schedule-options.js';

const count = Number(process.argv[2] ?? 100_000);
/** Of twenty links seventeen are FS: what good practice asks for. `mixed` as second argument makes every kind as likely. */
const ALL: readonly LinkKind[] = ['FS', 'SS', 'FF', 'SF'];
const KINDS: readonly LinkKind[] =
  process.argv[3] === 'mixed' ? ALL : [...Array.from({ length: 16 }, () => 'FS' as const), ...ALL];
const CALENDARS = new Map([
  ['standard', compileCalendar(STANDARD_CALENDAR)],
  ['night', compileCalendar(NIGHT_SHIFT_CALENDAR)],
  ['always', compileCalendar(ROUND_THE_CLOCK_CALENDAR)],
  ['early', compileCalendar({ name: 'Early', week: { monday: [{ from: '06:00', to: '14:00' }] } })],
]);

const plain = networkOf(false);
measure('plain numbers', plain, { projectStart: 0 });
measure(
  'four calendars',
  { ...networkOf(true), calendars: CALENDARS, projectCalendar: CALENDARS.get('standard')! },
  {
    projectStart: momentFromIso('2025-01-06T08:00'),
  },
);

function measure(name: string, input: NetworkInput, options: ScheduleOptions): void {
  const times: number[] = [];
  const started = performance.now();
  const network = compileNetwork(input);
  const compiled = performance.now();
  for (let run = 0; run < 15; run++) {
    const before = performance.now();
    schedule(network, options);
    times.push(performance.now() - before);
  }
  const rows = performance.now();
  const finish = schedule(network, options).activities().length;
  const read = performance.now() - rows;
  const warm = times.slice(5).sort((a, b) => a - b);
  const figures = [compiled - started, times[0]!, warm[5]!, warm[0]!, read].map((ms) => ms.toFixed(1));
  process.stdout.write(
    `${name}: ${finish} activities, ${input.links.length} links; compile ${figures[0]} ms, first pass ${figures[1]} ms, ` +
      `warm median ${figures[2]} ms (best ${figures[3]}), all rows as objects ${figures[4]} ms\n`,
  );
}

/** A layered network, about a hundred activities deep, from a small linear congruential generator. */
function networkOf(withCalendars: boolean): NetworkInput {
  let state = 42;
  const draw = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const names = Array.from({ length: count }, (_, i) => `activity-${i}`);
  for (let i = count - 1; i > 0; i--) {
    const j = draw(i + 1);
    [names[i], names[j]] = [names[j]!, names[i]!];
  }
  const calendarIds = [...CALENDARS.keys()];
  const activities = names.map((id): Activity => ({
    id,
    durationMinutes: withCalendars ? draw(20) * 120 : draw(20),
    ...(withCalendars ? { calendarId: calendarIds[draw(100) < 3 ? 3 : draw(3)]! } : {}),
  }));
  const links: Link[] = [];
  const width = Math.max(1, Math.floor(count / 100));
  for (let i = 0; i < count * 3; i++) {
    const to = 1 + draw(count - 1);
    const from = Math.max(0, to - 1 - draw(width * 2));
    const kind = KINDS[draw(KINDS.length)]!;
    links.push({
      from: names[from]!,
      to: names[to]!,
      kind,
      ...(draw(4) === 0 ? { lag: { minutes: draw(9) - 3 } } : {}),
    });
  }
  return { activities, links };
}
