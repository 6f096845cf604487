import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { BookingWork, BookingWorkFigures } from '@meridian/contracts-resourcing';
import { bookingsOfSphere, sphereOf } from '../persistence/booking-work.js';
import { tasksOf } from '../persistence/booking-tasks.js';
import { Database } from '../persistence/database.js';

const MOST = 300;

@Controller()
export class BookingWorkQuery {
  constructor(private readonly database: Database) {}

  @Answers(BookingWork)
  async handle(
    @Payload() { list = 'moving' }: BookingWork,
    @Ctx() { claims, now }: Asking,
  ): Promise<BookingWorkFigures> {
    const today = now.toISOString().slice(0, 10);
    const sphere = await sphereOf(this.database, claims);
    const { all, waiting } = bookingsOfSphere(sphere, list, today);
    const due = { AND: [all, waiting] };
    const orderBy = [{ start: 'asc' as const }, { assignmentId: 'asc' as const }];
    const { booking } = this.database;
    const [total, count, first] = await Promise.all([
      booking.count({ where: all }),
      booking.count({ where: due }),
      booking.findMany({ where: due, orderBy, take: MOST }),
    ]);
    const others = { AND: [all, { NOT: waiting }] };
    const rest =
      first.length === MOST
        ? []
        : await booking.findMany({ where: others, orderBy, take: MOST - first.length });
    const actsForSomebody = sphere.people === 'all' || sphere.people.length > 0;
    const asked = { claims, actsForSomebody, today };
    return { bookings: await tasksOf(this.database, [...first, ...rest], asked), total, waiting: count };
  }
}
