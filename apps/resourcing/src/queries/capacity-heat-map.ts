import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { CapacityHeatMap, CapacityHeatMapFigures } from '@meridian/contracts-resourcing';
import { utilisation } from '../domain/utilisation.js';
import { weeksFrom } from '../domain/weeks.js';
import { Database } from '../persistence/database.js';
import { loadsOfEverybody } from '../persistence/everybody.js';
import type { PersonWeeks } from '../persistence/everybody.js';

const WEEKS = 26;
/** Work in a week in which the person has no time, and a week with neither. */
const WITHOUT_CAPACITY = 1000;
const NOTHING = -1;

@Controller()
export class CapacityHeatMapQuery {
  constructor(private readonly database: Database) {}

  @Answers(CapacityHeatMap)
  async handle(@Payload() request: CapacityHeatMap, @Ctx() asking: Asking): Promise<CapacityHeatMapFigures> {
    const today = asking.now.toISOString().slice(0, 10);
    const weeks = weeksFrom(request.from ?? today, request.weeks ?? WEEKS);
    const { role, orgUnit } = request;
    const people = await loadsOfEverybody(this.database, { mondays: weeks, today, role, orgUnit });
    return {
      weeks,
      basis: 'net-of-leave',
      people: people.map((person) => ({
        personId: person.personId,
        name: person.name,
        role: person.role,
        orgUnit: person.orgUnit,
        loadPercent: percents(person),
        capacityMinutes: person.capacityMinutes.map(Math.round),
        bookedMinutes: weeks.map((_, week) => Math.round(person.bookedMinutes[week] ?? 0)),
      })),
    };
  }
}

/** Capacity has leave taken off already. */
function percents({ capacityMinutes, bookedMinutes }: PersonWeeks): number[] {
  return capacityMinutes.map((gross, week) => {
    const booked = bookedMinutes[week] ?? 0;
    const { percent } = utilisation(booked, { gross, leave: 0 }, 'net-of-leave');
    return percent === null ? (booked > 0 ? WITHOUT_CAPACITY : NOTHING) : Math.round(percent);
  });
}
