-- A project that goes on as it is may have a line too: its budget is decided anew.
ALTER TABLE "change_set_line" DROP CONSTRAINT "change_set_line_change_check";
ALTER TABLE "change_set_line"
    ADD CONSTRAINT "change_set_line_change_check" CHECK ("change" IN ('begin', 'stop', 'move', 'keep'));
