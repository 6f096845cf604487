#!/usr/bin/env node
import { text } from 'node:stream/consumers';
import { durationUntil, trackedStatuses } from './domain/forecast/tracked-project.js';
import type { TrackedProject } from './domain/forecast/tracked-project.js';

const USAGE = `tracked-forecasts < PROJECTS.json

Reads projects as they were planned and tracked (a list of TrackedProject, amounts as text of minor units, each with its
name and the day it really ended) and prints as JSON, for each, what every formula of earned value and earned schedule
said on each status date: how the forecasts of the house would have done on work that is over.`;

/** A project whose end is known. */
interface EndedProject {
  readonly name: string;
  readonly endedOn: string;
  readonly project: TrackedProject;
}

if (process.stdin.isTTY) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 1;
} else {
  const projects = JSON.parse(await text(process.stdin), amounts) as readonly EndedProject[];
  const answer = projects.map(({ name, endedOn, project }) => ({
    name,
    endedAfterDays: durationUntil(project, endedOn),
    statuses: trackedStatuses(project),
  }));
  process.stdout.write(`${JSON.stringify(answer, plain)}\n`);
}

function amounts(key: string, value: unknown): unknown {
  return key.endsWith('Minor') ? BigInt(value as string) : value;
}

function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
