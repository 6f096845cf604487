import {
  LeaveApproved,
  LeaveCancelled,
  WorkerChanged,
  WorkerHired,
  WorkerLeft,
} from '@meridian/contracts-connectors';
import { Refusal } from '@meridian/refusal';
import { translation, type Translation } from '../translation/translation.js';
import {
  LeaveApprovedData,
  LeaveCancelledData,
  WorkerChangedData,
  WorkerHiredData,
  WorkerLeftData,
} from './worker-data.js';

/** The key of a person is the employee number, never the e-mail, which changes. */
const keyOf = (system: string, number: string): string => `${system}:${number}`;

/** What the events of an HR system mean here. */
export const HR_TRANSLATIONS: readonly Translation[] = [
  translation('hr.worker.hired.v1', WorkerHiredData, WorkerHired, (data, system) => ({
    ...data,
    workerKey: keyOf(system, data.employeeNumber),
    ftePercent: data.ftePercent ?? 100,
    isContractor: data.isContractor ?? false,
  })),
  translation('hr.worker.changed.v1', WorkerChangedData, WorkerChanged, (data, system) => ({
    ...data,
    workerKey: keyOf(system, data.employeeNumber),
  })),
  translation('hr.worker.left.v1', WorkerLeftData, WorkerLeft, (data, system) => ({
    workerKey: keyOf(system, data.employeeNumber),
    employeeNumber: data.employeeNumber,
    effectiveOn: data.lastDay,
  })),
  translation('hr.leave.approved.v1', LeaveApprovedData, LeaveApproved, (data, system) => {
    if (data.to < data.from) {
      throw new Refusal(
        'connectors/leave-ends-early',
        `The leave ends on ${data.to}, before it starts on ${data.from}.`,
      );
    }
    return {
      workerKey: keyOf(system, data.employeeNumber),
      employeeNumber: data.employeeNumber,
      leaveKey: keyOf(system, data.leaveId),
      from: data.from,
      to: data.to,
    };
  }),
  translation('hr.leave.cancelled.v1', LeaveCancelledData, LeaveCancelled, (data, system) => ({
    workerKey: keyOf(system, data.employeeNumber),
    employeeNumber: data.employeeNumber,
    leaveKey: keyOf(system, data.leaveId),
  })),
];
