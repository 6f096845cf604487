import { dateFromDay, dayFromDate } from '@meridian/calendar';
import { Refusal } from '@meridian/refusal';

export interface WaveWish {
  readonly sites: readonly { readonly siteId: string; readonly start?: string }[];
  readonly firstStart?: string;
  /** Days from one place in the list to the next. */
  readonly intervalDays?: number;
}

/**
 * The start of each site: its own, else the first start and as many intervals as sites stand before it.
 *
 * @throws Refusal `projects/wave-site-twice`, `projects/wave-start-missing`
 */
export function waveStarts(wish: WaveWish): { readonly siteId: string; readonly start: string }[] {
  const { sites, firstStart, intervalDays } = wish;
  const ids = sites.map(({ siteId }) => siteId);
  if (new Set(ids).size < ids.length) {
    throw new Refusal(
      'projects/wave-site-twice',
      'A site stands in the wave twice; every site begins once.',
      {
        kind: 'unprocessable',
      },
    );
  }
  return sites.map(({ siteId, start }, place) => {
    if (start !== undefined) return { siteId, start };
    if (firstStart !== undefined && intervalDays !== undefined)
      return { siteId, start: dateFromDay(dayFromDate(firstStart) + place * intervalDays) };
    throw new Refusal(
      'projects/wave-start-missing',
      `Site ${place + 1} of the list has no start; give it one, or a first start and an interval for all.`,
      { kind: 'unprocessable' },
    );
  });
}
