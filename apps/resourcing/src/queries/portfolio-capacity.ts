import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { PortfolioCapacity, PortfolioCapacityFigures } from '@meridian/contracts-resourcing';
import { loadPercent, OVERLOAD_PERCENT, overloadsOf, peakPercent } from '../domain/load.js';
import { weeksFrom } from '../domain/weeks.js';
import { Database } from '../persistence/database.js';
import { loadsOfEverybody, loadWeeks } from '../persistence/everybody.js';

const WEEKS = 12;
const SHOWN = 50;

@Controller()
export class PortfolioCapacityQuery {
  constructor(private readonly database: Database) {}

  @Answers(PortfolioCapacity)
  async handle(
    @Payload() request: PortfolioCapacity,
    @Ctx() asking: Asking,
  ): Promise<PortfolioCapacityFigures> {
    const today = asking.now.toISOString().slice(0, 10);
    const mondays = weeksFrom(request.from ?? today, request.weeks ?? WEEKS);
    const people = (await loadsOfEverybody(this.database, { mondays, today })).map((person) => ({
      ...person,
      weeks: loadWeeks(mondays, person),
    }));
    const totals = mondays.map((weekStart, index) => ({
      weekStart,
      capacityMinutes: people.reduce((sum, person) => sum + (person.weeks[index]?.capacityMinutes ?? 0), 0),
      bookedMinutes: people.reduce((sum, person) => sum + (person.weeks[index]?.bookedMinutes ?? 0), 0),
    }));
    const overloaded = people.filter(({ weeks }) =>
      weeks.some((week) => loadPercent(week) > OVERLOAD_PERCENT),
    );
    return {
      people: people.filter(({ weeks }) => weeks.some(({ capacityMinutes }) => capacityMinutes > 0)).length,
      overloaded: overloaded.length,
      weeks: totals,
      overloads: overloaded
        .map(({ personId, name, role, orgUnit, weeks }) => ({
          personId,
          name,
          role,
          orgUnit,
          weeks: overloadsOf(weeks),
          peakPercent: peakPercent(weeks),
        }))
        .sort((a, b) => b.peakPercent - a.peakPercent || a.name.localeCompare(b.name))
        .slice(0, SHOWN),
    };
  }
}
