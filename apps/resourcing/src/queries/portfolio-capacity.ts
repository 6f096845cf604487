import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { PersonLoad, PortfolioCapacity, PortfolioCapacityFigures } from '@meridian/contracts-resourcing';
import { weekCapacity } from '../domain/capacity.js';
import { loadPercent, OVERLOAD_PERCENT, overloadsOf, peakPercent, type LoadWeek } from '../domain/load.js';
import { endOfWeek, weeksFrom } from '../domain/weeks.js';
import { Database } from '../persistence/database.js';
import { employmentsOf } from '../persistence/people.js';

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
    const people = await this.loads(mondays, today);
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
        .map((person) => ({
          ...person,
          weeks: overloadsOf(person.weeks),
          peakPercent: peakPercent(person.weeks),
        }))
        .sort((a, b) => b.peakPercent - a.peakPercent || a.name.localeCompare(b.name))
        .slice(0, SHOWN),
    };
  }

  /** Everybody with capacity and load in each of the weeks. */
  private async loads(mondays: readonly string[], today: string): Promise<Omit<PersonLoad, 'peakPercent'>[]> {
    const [first, last] = [mondays[0] ?? today, endOfWeek(mondays.at(-1) ?? today)];
    const [people, booked] = await Promise.all([
      this.database.person.findMany({
        select: {
          personId: true,
          name: true,
          role: true,
          orgUnit: true,
          leaves: {
            where: { isCancelled: false, to: { gte: first }, from: { lte: last } },
            select: { from: true, to: true },
          },
        },
      }),
      this.database.weekLoad.findMany({ where: { weekStart: { gte: first, lte: last } } }),
    ]);
    const employments = await employmentsOf(
      this.database,
      people.map(({ personId }) => personId),
      today,
    );
    const minutes = new Map(booked.map((row) => [`${row.personId} ${row.weekStart}`, row.bookedMinutes]));
    return people.map(({ leaves, ...person }) => ({
      ...person,
      weeks: mondays.map((weekStart): LoadWeek => ({
        weekStart,
        capacityMinutes: weekCapacity(employments.get(person.personId)?.periods ?? [], leaves, weekStart),
        bookedMinutes: minutes.get(`${person.personId} ${weekStart}`) ?? 0,
      })),
    }));
  }
}
