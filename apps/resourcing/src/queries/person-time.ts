import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { PersonTime, PersonTimeFigures } from '@meridian/contracts-resourcing';
import { compareTimes } from '../domain/time-compared.js';
import { dateAfter, requireDate, weeksFrom } from '../domain/weeks.js';
import { personOfCaller } from '../persistence/approvers.js';
import { Database } from '../persistence/database.js';
import { timesOfWeeks } from '../persistence/week-times.js';

const WEEKS = 4;

@Controller()
export class PersonTimeQuery {
  constructor(private readonly database: Database) {}

  @Answers(PersonTime)
  async handle(@Payload() request: PersonTime, @Ctx() { claims, now }: Asking): Promise<PersonTimeFigures> {
    const today = now.toISOString().slice(0, 10);
    const count = request.weeks ?? WEEKS;
    const from = request.from ?? dateAfter(today, -7 * (count - 1));
    requireDate(from);
    const { personId, name } = await personOfCaller(this.database, claims, request.personId);
    const mondays = weeksFrom(from, count);
    const times = await timesOfWeeks(this.database, personId, mondays, today);
    return {
      personId,
      personName: name,
      weeks: times.map(compareTimes).map((week, at) => ({
        weekStart: mondays[at] ?? from,
        grossMinutes: week.gross,
        leaveMinutes: week.leave,
        allocatedMinutes: week.allocated,
        plannedMinutes: week.planned,
        loggedMinutes: week.logged,
        projectMinutes: week.forProjects,
        unplannedMinutes: week.unplanned,
        unloggedMinutes: week.unlogged,
        utilisation: week.utilisation.map(({ basis, of, percent }) => ({
          basis,
          ofMinutes: of,
          ...(percent !== null && { percent }),
        })),
      })),
    };
  }
}
