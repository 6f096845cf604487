-- Where in a task its interruptions are: files tell them, and files are told them.
ALTER TABLE "task" ADD COLUMN "pauses" JSONB NOT NULL DEFAULT '[]';
-- Of a material the units are an amount, which may be millions.
ALTER TABLE "assignment" ALTER COLUMN "units_percent" TYPE DECIMAL(18,4);
