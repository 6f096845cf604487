/** Enough of an outbox row to publish it in order. */
export interface PendingEvent {
  readonly eventId: string;
  readonly aggregateId: string;
  readonly sequence: number;
}

/** One message as it stands in the stream. */
export interface StreamMessage extends PendingEvent {
  readonly streamSequence: number;
}

export interface StreamEnd {
  /** Names this life of the stream: the moment it was created. */
  readonly epoch: string;
  readonly lastSequence: number;
}

/** What the stream says and what we recorded about it. */
export interface Inspection extends StreamEnd {
  /** The id of the last message while it is still stored. */
  readonly lastEventId: string | null;
  readonly record: {
    /** The epoch our records belong to; null before the first stream was seen. */
    readonly epoch: string | null;
    /** Every consumer confirmed everything up to this stream sequence: never published again. */
    readonly confirmed: number;
    /** The highest stream sequence recorded and not yet forgotten, and what stands there. */
    readonly sent: { readonly streamSequence: number; readonly eventId: string } | null;
  };
}

export interface Publish {
  readonly event: PendingEvent;
  readonly expectedLastSequence: number;
  /** Null: the server may not remember it; the sequence alone is named. */
  readonly expectedLastMessageId: string | null;
}

/** The broker has an event. */
export interface Acknowledgement {
  readonly streamSequence: number;
  /** It had it before. Then it has compared nothing with what the publish names as its predecessor. */
  readonly isDuplicate: boolean;
}

export interface RelayState {
  readonly role: 'standby' | 'leader';
  /** The end of the stream as we know it. */
  readonly chain: { readonly sequence: number; readonly messageId: string | null };
  readonly batch: readonly PendingEvent[];
  /** Failures in a row, for the back-off. */
  readonly failures: number;
  /** Batches and looks since the consumers were asked how far they are. */
  readonly sinceConfirm: number;
  /** Every consumer had everything up to here when the stream was compared. */
  readonly confirmed: number;
  /** A message was not where our records have it. */
  readonly distrusts: boolean;
  /** Events that the broker says stand where everything is confirmed; true only while this is still the stream that we compared. */
  readonly repeated: readonly StreamMessage[];
}

export type RelayInput =
  | { readonly kind: 'elected' }
  | { readonly kind: 'not-elected' }
  /** A statement found another fence: someone else leads. */
  | { readonly kind: 'deposed' }
  /** The effect could not be performed; its outcome is unknown. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'inspected'; readonly inspection: Inspection }
  | { readonly kind: 'adopted' }
  | { readonly kind: 'history-renamed' }
  /** `unknown`: a message in the stream is not in our outbox. `replaced`: where our records end, something else stands now; nothing was recorded. */
  | { readonly kind: 'reconciled'; readonly unknown: boolean; readonly replaced: boolean }
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'loaded'; readonly events: readonly PendingEvent[] }
  /** For each event of the batch what the broker said, or null when no acknowledgement came. */
  | { readonly kind: 'published'; readonly acknowledgements: readonly (Acknowledgement | null)[] }
  | { readonly kind: 'marked'; readonly broken: boolean }
  | { readonly kind: 'rested'; readonly why: 'woken' | 'time-passed' };

export type RelayEffect =
  /** Try to become the only publisher of the stream. */
  | { readonly kind: 'campaign' }
  /** Make sure that the stream exists and read it together with our records. */
  | { readonly kind: 'inspect' }
  /** Everything sent above `keepUpTo` becomes pending again; the records start anew under `epoch`. */
  | {
      readonly kind: 'adopt';
      /** The stream is the first that we see, began another life, or is not as our records have it. */
      readonly why: 'first-life' | 'another-life' | 'other-content';
      readonly epoch: string;
      readonly keepUpTo: number;
      readonly confirmed: number;
    }
  /** Messages beyond our records: read them, record them, and strike those that are ours off the pending list. */
  | {
      readonly kind: 'reconcile';
      /** The life of the stream that was compared; another one is not read. */
      readonly epoch: string;
      readonly from: number;
      readonly to: number;
      /** The last message of ours before `from`, to be found where we recorded it. */
      readonly after: { readonly streamSequence: number; readonly eventId: string } | null;
    }
  /** The database was set back to an earlier state: give its new history a new name, and record the end of the stream. */
  | { readonly kind: 'rename-history' }
  /** Ask the consumers how far they are and forget what all of them have, up to `end` and only while that still stands there. */
  | { readonly kind: 'confirm'; readonly end: { readonly streamSequence: number; readonly eventId: string } }
  | { readonly kind: 'load' }
  | { readonly kind: 'publish'; readonly publishes: readonly Publish[] }
  | { readonly kind: 'mark'; readonly marks: readonly StreamMessage[]; readonly broken: boolean }
  | { readonly kind: 'rest'; readonly maxMs: number; readonly wakeable: boolean };

export interface RelayStep {
  readonly state: RelayState;
  readonly effect: RelayEffect;
}
