import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { WorkerHired } from '@meridian/contracts-connectors';
import { fillWith, holdPlans, refresh } from '../persistence/bookings.js';
import type { Tx } from '../persistence/database.js';
import { tellOfPerson } from '../persistence/people.js';
import { dateOf } from './date-of.js';

/** Somebody starts: plans that already name the person book the work now. */
@Controller()
export class OnWorkerHired {
  @On(WorkerHired)
  async handle(@Payload() event: WorkerHired, @Ctx() { tx, announce, now }: Delivery<Tx>): Promise<void> {
    const { workerKey: _key, employeeNumber, effectiveOn, ...facts } = event;
    await holdPlans(tx);
    const personId = await tellOfPerson(
      tx,
      announce,
      { employeeNumber, kind: 'hired', effectiveOn, facts },
      dateOf(now),
    );
    if (personId === null) return;
    const projectIds = await fillWith(tx, personId);
    await refresh(tx, announce, { personIds: [personId], projectIds }, dateOf(now));
  }
}
