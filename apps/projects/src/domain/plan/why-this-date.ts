import { isoFromMoment } from '@meridian/calendar';
import type { Clash, Driver, Link } from '@meridian/network';
import { hourWords } from '../why/moment-words.js';

/** How a successor follows from its predecessor. */
export const LINK_WORDS = {
  FS: 'starts after the finish of',
  SS: 'starts with the start of',
  FF: 'finishes with the finish of',
  SF: 'finishes with the start of',
} as const;

export const CONSTRAINT_WORDS: Readonly<Record<string, string>> = {
  ASAP: 'as soon as possible',
  ALAP: 'as late as possible',
  MSO: 'must start on',
  MFO: 'must finish on',
  SNET: 'start no earlier than',
  SNLT: 'start no later than',
  FNET: 'finish no earlier than',
  FNLT: 'finish no later than',
  START_ON: 'start on',
  FINISH_ON: 'finish on',
};

/** What set the start of a task, in one sentence. */
export function whyThisDate(driver: Driver, names: ReadonlyMap<string, string>): string {
  switch (driver.kind) {
    case 'link': {
      const name = names.get(driver.link.from) ?? driver.link.from;
      return `It ${LINK_WORDS[driver.link.kind]} "${name}"${lagWords(driver.link.lag)}.`;
    }
    case 'constraint':
      return `Its constraint "${CONSTRAINT_WORDS[driver.constraint]}" sets the date.`;
    case 'project-start':
      return 'Nothing holds it: it starts with the project.';
    case 'status-date':
      return 'What is not done cannot be planned before the data date.';
    case 'actual-start':
      return 'It has started: this is the reported day.';
    case 'manual':
      return 'It is scheduled by hand.';
    case 'outside':
      return 'It waits for a task of another project.';
    case 'delay':
      return `Levelling put it ${hourWords(driver.delayMinutes)} later than its links ask.`;
  }
}

/** Two wishes that cannot both be met, in one sentence. */
export function clashSentence(clash: Clash, names: ReadonlyMap<string, string>): string {
  const name = names.get(clash.activityId) ?? clash.activityId;
  const [wanted, logic] = [isoFromMoment(clash.wantedAt), isoFromMoment(clash.logicAt)];
  switch (clash.kind) {
    case 'constraint':
      return `"${name}": ${CONSTRAINT_WORDS[clash.constraint ?? '']} ${wanted}, but its links ask for ${logic}; the ${clash.honoured} stands.`;
    case 'deadline':
      return `"${name}" finishes on ${logic}, after its deadline ${wanted}.`;
    case 'manual':
      return `"${name}" is scheduled by hand for ${wanted}; its links ask for ${logic}.`;
    case 'out-of-sequence':
      return `"${name}" began on ${wanted}, before its predecessors allowed it on ${logic}.`;
  }
}

/** What a link adds to the date of its predecessor; nothing when it adds nothing. */
export function lagWords(lag: Link['lag']): string {
  if (lag === undefined) return '';
  if ('percent' in lag) return lag.percent === 0 ? '' : `, plus ${lag.percent} % of its duration`;
  const minutes = 'minutes' in lag ? lag.minutes : lag.elapsedMinutes;
  if (minutes === 0) return '';
  const hours = Math.abs(minutes) / 60;
  const kind = 'minutes' in lag ? 'working' : 'elapsed';
  return `, ${minutes < 0 ? 'less' : 'plus'} ${Number.isInteger(hours) ? hours : hours.toFixed(1)} ${kind} hours`;
}
