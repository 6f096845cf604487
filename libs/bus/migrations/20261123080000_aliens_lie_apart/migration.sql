-- An event that its owner never announced is set aside under its own id. It must not take the place of the letter behind which
-- its aggregate waits, or nobody could ever free the aggregate.
DROP INDEX bus.dead_letter_open;
CREATE UNIQUE INDEX dead_letter_open ON bus.dead_letter (source, aggregate_id, sequence)
  WHERE state IN ('parked', 'requested') AND reason_kind <> 'alien';
CREATE UNIQUE INDEX dead_letter_alien ON bus.dead_letter (source, aggregate_id, event_id)
  WHERE state IN ('parked', 'requested') AND reason_kind = 'alien';
