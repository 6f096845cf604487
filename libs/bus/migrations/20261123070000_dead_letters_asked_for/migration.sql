-- What a person asked the running service to do with a letter in state 'requested'.
ALTER TABLE bus.dead_letter ADD COLUMN asked_for text NOT NULL DEFAULT 'redrive' CHECK (asked_for IN ('redrive', 'discard'));
