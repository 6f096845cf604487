-- CreateTable
CREATE TABLE "person" (
    "person_id" UUID NOT NULL,
    "employee_number" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "role" TEXT NOT NULL,
    "org_unit" TEXT NOT NULL,
    "site" TEXT,
    "fte_percent" DECIMAL(5,2) NOT NULL,
    "employed_from" CHAR(10) NOT NULL,
    "employed_until" CHAR(10),
    "is_contractor" BOOLEAN NOT NULL,
    "overloads" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "person_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "employment_fact" (
    "fact_id" BIGSERIAL NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "effective_on" CHAR(10) NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "employment_fact_pkey" PRIMARY KEY ("fact_id")
);

-- CreateTable
CREATE TABLE "leave" (
    "leave_key" TEXT NOT NULL,
    "employee_number" TEXT NOT NULL,
    "person_id" UUID,
    "from_on" CHAR(10) NOT NULL,
    "to_on" CHAR(10) NOT NULL,
    "is_cancelled" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "leave_pkey" PRIMARY KEY ("leave_key")
);

-- CreateTable
CREATE TABLE "project" (
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_confidential" BOOLEAN NOT NULL,
    "manager_person_id" UUID,
    "sponsor_person_id" UUID,
    "staffing" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "project_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "booking" (
    "booking_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "task_name" TEXT NOT NULL,
    "resource_name" TEXT NOT NULL,
    "resource_key" TEXT,
    "person_id" UUID,
    "is_chosen" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "start" CHAR(10) NOT NULL,
    "finish" CHAR(10) NOT NULL,
    "work_minutes" INTEGER NOT NULL,
    "plan_version" INTEGER NOT NULL,

    CONSTRAINT "booking_pkey" PRIMARY KEY ("booking_id")
);

-- CreateTable
CREATE TABLE "week_load" (
    "person_id" UUID NOT NULL,
    "week_start" CHAR(10) NOT NULL,
    "booked_minutes" INTEGER NOT NULL,

    CONSTRAINT "week_load_pkey" PRIMARY KEY ("person_id","week_start")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_employee_number_key" ON "person"("employee_number");

-- CreateIndex
CREATE INDEX "person_name_person_id_idx" ON "person"("name", "person_id");

-- CreateIndex
CREATE INDEX "employment_fact_person_id_effective_on_idx" ON "employment_fact"("person_id", "effective_on");

-- CreateIndex
CREATE INDEX "leave_person_id_idx" ON "leave"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "booking_assignment_id_key" ON "booking"("assignment_id");

-- CreateIndex
CREATE INDEX "booking_project_id_idx" ON "booking"("project_id");

-- CreateIndex
CREATE INDEX "booking_person_id_finish_idx" ON "booking"("person_id", "finish");

-- CreateIndex
CREATE INDEX "booking_task_id_idx" ON "booking"("task_id");

-- CreateIndex
CREATE INDEX "week_load_week_start_idx" ON "week_load"("week_start");

-- AddForeignKey
ALTER TABLE "employment_fact" ADD CONSTRAINT "employment_fact_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leave" ADD CONSTRAINT "leave_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("person_id") ON DELETE SET NULL ON UPDATE CASCADE;
