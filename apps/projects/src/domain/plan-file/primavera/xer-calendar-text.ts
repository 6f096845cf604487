import { XmlElement } from '../xml-element.js';
import { dayText } from '../recurring-days.js';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Days are counted from 1899-12-30, as in spreadsheets. */
const EPOCH_1970 = 25_569;
const MAX_DEPTH = 16;

/** One `(0||Name(key|value|key|value)(parts))` of the text in which Primavera keeps a calendar. */
interface Part {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parts: Part[];
}

/**
 * Gives a calendar of XER the elements that Primavera XML has for its week and its exceptions. False when the text cannot be
 * read: the calendar then says nothing of its own.
 */
export function addCalendarParts(calendar: XmlElement, text: string): boolean {
  // Line ends are written as DEL characters, between parts and within them.
  const root = parsed(text.replace(/[\u007f\r\n\t]+/g, ' '));
  if (root === undefined) return false;
  const days = root.parts.find(({ name }) => name === 'DaysOfWeek');
  const exceptions = root.parts.find(({ name }) => name === 'Exceptions');
  if (days !== undefined) calendar.take(weekOf(days), true);
  if (exceptions !== undefined) calendar.take(exceptionsOf(exceptions), true);
  return true;
}

function weekOf(days: Part): XmlElement {
  const week = new XmlElement('StandardWorkWeek');
  for (const day of days.parts) {
    const weekday = WEEKDAYS[Number(day.name) - 1];
    if (weekday !== undefined)
      week.take(withTimes(new XmlElement('StandardWorkHours').put('DayOfWeek', weekday), day), true);
  }
  return week;
}

function exceptionsOf(list: Part): XmlElement {
  const exceptions = new XmlElement('HolidayOrExceptions');
  for (const part of list.parts) {
    const day = Number(part.attributes.get('d'));
    if (!Number.isInteger(day) || day < 1 || day > 200_000) continue;
    const exception = new XmlElement('HolidayOrException').put(
      'Date',
      `${dayText(day - EPOCH_1970)}T00:00:00`,
    );
    exceptions.take(withTimes(exception, part), true);
  }
  return exceptions;
}

function withTimes(owner: XmlElement, { parts }: Part): XmlElement {
  for (const { attributes } of parts) {
    const time = new XmlElement('WorkTime')
      .put('Start', attributes.get('s'))
      .put('Finish', attributes.get('f'));
    owner.take(time, true);
  }
  return owner;
}

const HEAD = /\(\s*\d+\s*\|\|\s*([\w ]*?)\s*\(([^()]*)\)\s*\(/y;

/** Reads without recursion, so that no depth of nesting matters. */
function parsed(text: string): Part | undefined {
  const open: Part[] = [];
  let root: Part | undefined;
  for (let at = 0; at < text.length;) {
    const mark = text[at];
    if (mark === '(') {
      HEAD.lastIndex = at;
      const match = HEAD.exec(text);
      if (match === null || open.length >= MAX_DEPTH) return undefined;
      const part: Part = { name: match[1]!, attributes: attributesOf(match[2]!), parts: [] };
      if (open.length > 0) open.at(-1)!.parts.push(part);
      else root ??= part;
      open.push(part);
      at = HEAD.lastIndex;
    } else if (mark === ')') {
      // A part ends with two brackets: that of its list and its own.
      const end = /\)\s*\)/y;
      end.lastIndex = at;
      if (end.exec(text) === null || open.pop() === undefined) return open.length === 0 ? root : undefined;
      at = end.lastIndex;
    } else if (mark === ' ') at += 1;
    else return undefined;
  }
  return open.length === 0 ? root : undefined;
}

function attributesOf(text: string): Map<string, string> {
  const words = text.split('|').map((word) => word.trim());
  return new Map(
    words.flatMap((word, at) => (at % 2 === 0 && word !== '' ? [[word, words[at + 1] ?? '']] : [])),
  );
}
