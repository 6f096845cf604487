import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { WorkerChanged } from '@meridian/contracts-connectors';
import { fillWith, holdPlans, refresh } from '../persistence/bookings.js';
import type { Tx } from '../persistence/database.js';
import { tellOfPerson } from '../persistence/people.js';
import { dateOf } from './date-of.js';

/** Role, share of full time, name or e-mail change from a day on; a new e-mail may be the one a plan names. */
@Controller()
export class OnWorkerChanged {
  @On(WorkerChanged)
  async handle(@Payload() event: WorkerChanged, @Ctx() { tx, announce, now }: Delivery<Tx>): Promise<void> {
    const { workerKey: _key, employeeNumber, effectiveOn, ...facts } = event;
    await holdPlans(tx);
    const personId = await tellOfPerson(
      tx,
      announce,
      { employeeNumber, kind: 'changed', effectiveOn, facts },
      dateOf(now),
    );
    if (personId === null) return;
    const projectIds = await fillWith(tx, personId);
    await refresh(tx, announce, { personIds: [personId], projectIds }, dateOf(now));
  }
}
