-- CreateTable
CREATE TABLE "person_load" (
    "person_id" UUID NOT NULL,
    "first_week" CHAR(10) NOT NULL,
    "booked_minutes" INTEGER[],

    CONSTRAINT "person_load_pkey" PRIMARY KEY ("person_id")
);

-- What is known, week by week without a gap
INSERT INTO "person_load" ("person_id", "first_week", "booked_minutes")
SELECT span.person_id, span.first_week,
       (SELECT array_agg(coalesce(load.booked_minutes, 0) ORDER BY monday)
        FROM generate_series(span.first_week::date, span.last_week::date, interval '7 days') AS monday
        LEFT JOIN "week_load" AS load
          ON load.person_id = span.person_id AND load.week_start = to_char(monday, 'YYYY-MM-DD'))
FROM (SELECT person_id, min(week_start) AS first_week, max(week_start) AS last_week
      FROM "week_load" GROUP BY person_id) AS span;

-- DropTable
DROP TABLE "week_load";

-- A week that no application may write
ALTER TABLE "person_load"
  ADD CONSTRAINT "person_load_monday" CHECK (extract(isodow FROM "first_week"::date) = 1);
