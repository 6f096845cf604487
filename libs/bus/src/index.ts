import 'reflect-metadata';

export { ownerOf, subjectOf, subjectParts } from './contracts/contract.js';
export type {
  AnyEventContract,
  BodyOf,
  EventContract,
  RequestContract,
  RequestKind,
  SubjectParts,
} from './contracts/contract.js';
export { contractFields, jsonSchemas } from './contracts/json-schema.js';
export type { ContractField } from './contracts/json-schema.js';
export type { JsonSchema } from './contracts/json-schema-rules.js';
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
export { RowVersions } from './handlers/row-versions.js';
export type { SharedWork, Sharing } from './handlers/shared-work.js';
export { reactionsOf } from './handlers/reactions-of.js';
export { Prepares } from './handlers/prepares.js';
export { BUS_TRANSPORT } from './handlers/transport.js';
export type { OwnerRecord } from './inbox/inbox-ports.js';
export { HistoryLost, historyOf, ownerRecord } from './inbox/owner-history.js';
export type { Place, Stretch } from './inbox/owner-history.js';
export type { Reaction, Reactions } from './inbox/reactions.js';
export { Replay } from './inbox/replay.js';
export { discardedEvents, holdInboxes, takenHistory } from './inbox/taken-history.js';
export { JobQueue } from './jobs/job-queue.js';
export type { JobWork } from './jobs/job-queue.js';
export { InvalidRequest, RemoteFailure, Unavailable } from './requests/request-errors.js';
export { noFigures } from './module/bus-figures.js';
export type { BusFigures } from './module/bus-figures.js';
export { BusHealth } from './module/bus-health.js';
export type { BusHealthReport } from './module/bus-health.js';
export { busSettings } from './module/bus-settings.js';
export type { BusSettings } from './module/bus-settings.js';
export { BUS_FIGURES } from './module/bus-tokens.js';
export { BusModule } from './module/bus.module.js';
export type { ClientBus, ServiceBus } from './module/bus.module.js';
export { BusServer } from './module/bus-server.js';
export { BUS_MIGRATIONS } from './module/bus-migrations.js';
export { LiveEvents } from './module/live-events.js';
export type { LiveEvent } from './module/live-events.js';
export { InvalidAnnouncement } from './outbox/announcements.js';
export { Outbox } from './outbox/outbox.js';
export { inTransaction, offerSession } from './outbox/plain-session.js';
export type { Session } from './outbox/plain-session.js';
export { forgetStatements, STALE_PLAN, statementName } from './outbox/statement-names.js';
export type { ServiceDatabase, SqlRunner, TransactionLimits } from './outbox/service-database.js';
export { Relay } from './relay/relay.js';
export { madeUpCursor, placeOfCursor, recordOfCursor } from './requests/cursor.js';
export { answersKeptDays, OldAnswers } from './requests/old-answers.js';
export { Requests } from './requests/requests.js';
export type { SendOptions } from './requests/requests.js';
export { answering, reaction, startBus, startClient } from './module/standalone-bus.js';
export type {
  HandlerRegistration,
  StandaloneBus,
  StandaloneBusOptions,
  StandaloneClient,
} from './module/standalone-bus.js';
export type { BusLog } from './module/bus-log.js';
export { compareHeads } from './protocol/compare-heads.js';
export type { Comparison, Head } from './protocol/compare-heads.js';
export { advance, decide, judge, NEW_CURSOR } from './protocol/cursor-rules.js';
export type { Cursor, Decision, Link, Verdict } from './protocol/cursor-rules.js';
export { InboxMachine } from './protocol/inbox-machine.js';
export type { Moment } from './protocol/inbox-machine.js';
export { INBOX_LIMITS } from './protocol/inbox-protocol.js';
export type {
  Arrival,
  FailureClass,
  InboxEffect,
  InboxInput,
  InboxLimits,
  LaneOutcome,
  LaneWork,
  Poison,
} from './protocol/inbox-protocol.js';
export { RELAY_START, stepRelay } from './protocol/relay-machine.js';
export type {
  Inspection,
  PendingEvent,
  Publish,
  RelayEffect,
  RelayInput,
  RelayState,
  RelayStep,
  StreamMessage,
} from './protocol/relay-protocol.js';
export { Deposed } from './relay/relay-ports.js';
export type { RelayClock, RelayRecords, RelayStream, StreamPublish } from './relay/relay-ports.js';
export { RelayLoop } from './relay/relay-loop.js';
export type { RelayPorts } from './relay/relay-loop.js';
export type { SealedEvent } from './wire/sealed-event.js';
