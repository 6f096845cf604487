CREATE TABLE "Budget" (
    "projectId" TEXT NOT NULL,
    "actualMinor" BIGINT NOT NULL DEFAULT 0,
    "costs" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Budget_pkey" PRIMARY KEY ("projectId")
);

CREATE TABLE "CostEntry" (
    "id" SERIAL NOT NULL,
    "costId" INTEGER NOT NULL,
    "projectId" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,

    CONSTRAINT "CostEntry_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ProgressEntry" (
    "id" SERIAL NOT NULL,
    "reportId" INTEGER NOT NULL,
    "taskId" TEXT NOT NULL,
    "percentComplete" INTEGER NOT NULL,

    CONSTRAINT "ProgressEntry_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "TaskStatus" (
    "taskId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "percentComplete" INTEGER NOT NULL,

    CONSTRAINT "TaskStatus_pkey" PRIMARY KEY ("taskId")
);
