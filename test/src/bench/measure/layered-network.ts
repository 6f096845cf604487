import {
  compileCalendar,
  NIGHT_SHIFT_CALENDAR,
  ROUND_THE_CLOCK_CALENDAR,
  STANDARD_CALENDAR,
} from '@meridian/calendar';
import type { Activity, Link, LinkKind, NetworkInput } from '@meridian/network';

/** Of twenty links seventeen are FS: what good practice asks for. */
const KINDS: readonly LinkKind[] = [
  ...Array.from({ length: 16 }, () => 'FS' as const),
  'FS',
  'SS',
  'FF',
  'SF',
];
const CALENDARS = new Map([
  ['standard', compileCalendar(STANDARD_CALENDAR)],
  ['night', compileCalendar(NIGHT_SHIFT_CALENDAR)],
  ['always', compileCalendar(ROUND_THE_CLOCK_CALENDAR)],
  ['early', compileCalendar({ name: 'Early', week: { monday: [{ from: '06:00', to: '14:00' }] } })],
]);
const CALENDAR_IDS = [...CALENDARS.keys()];
const LINKS_EACH = 3;
const LAYERS = 100;

/** A network about a hundred activities deep, three links an activity, lags, ids in no order; always the same one. */
export function layeredNetwork(count: number, { calendars }: { readonly calendars: boolean }): NetworkInput {
  const draw = generator(42);
  const names = shuffled(count, draw);
  const activities = names.map((id): Activity => ({
    id,
    durationMinutes: calendars ? draw(20) * 120 : draw(20),
    ...(calendars ? { calendarId: CALENDAR_IDS[draw(100) < 3 ? 3 : draw(3)] ?? null } : {}),
  }));
  const width = Math.max(1, Math.floor(count / LAYERS));
  const links = Array.from({ length: count * LINKS_EACH }, (): Link => {
    const to = 1 + draw(count - 1);
    const from = Math.max(0, to - 1 - draw(width * 2));
    const kind = KINDS[draw(KINDS.length)] ?? 'FS';
    const lag = draw(4) === 0 ? { lag: { minutes: draw(9) - 3 } } : {};
    return { from: names[from] ?? '', to: names[to] ?? '', kind, ...lag };
  });
  const standard = CALENDARS.get('standard');
  return {
    activities,
    links,
    ...(calendars && standard ? { calendars: CALENDARS, projectCalendar: standard } : {}),
  };
}

/** A small linear congruential generator (Numerical Recipes): the same numbers on every machine. */
export function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function shuffled(count: number, draw: (below: number) => number): string[] {
  // Flat texts, as a database gives them; a template makes ropes, and each would be flattened at its first look-up.
  const names = Array.from({ length: count }, (_, index) => Buffer.from(`activity-${index}`).toString());
  for (let i = count - 1; i > 0; i -= 1) {
    const j = draw(i + 1);
    [names[i], names[j]] = [names[j] ?? '', names[i] ?? ''];
  }
  return names;
}
