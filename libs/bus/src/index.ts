import 'reflect-metadata';

export { ownerOf, subjectOf, subjectParts } from './contracts/contract.js';
export type {
  BodyOf,
  EventContract,
  RequestContract,
  RequestKind,
  SubjectParts,
} from './contracts/contract.js';
export { PARTITIONS, partitionOf } from './contracts/partition.js';
export { readContract, validateContract } from './contracts/read-contract.js';
export type { Reading } from './contracts/read-contract.js';
export type { Violation } from './contracts/violation.js';
export type { Announce } from './handlers/announce.js';
export { Answers } from './handlers/answers.js';
export { Asking, Call } from './handlers/call.js';
export type { Claims } from './handlers/call.js';
export { Delivery } from './handlers/delivery.js';
export { On } from './handlers/on.js';
export { BUS_TRANSPORT } from './handlers/transport.js';
export { InvalidRequest, RemoteFailure, Unavailable } from './requests/request-errors.js';
