-- An event that became pending again under a position that is not its own could be published but never struck off.
DELETE FROM bus.outbox_pending p
 WHERE NOT EXISTS (SELECT 1 FROM bus.outbox o
                    WHERE o.position = p.position AND o.aggregate_id = p.aggregate_id AND o.sequence = p.sequence);
