import 'reflect-metadata';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { IsString } from 'class-validator';
import { expect, test } from '@jest/globals';
import { Refusal } from '@meridian/refusal';
import { Answers } from '../handlers/answers.js';
import { Delivery } from '../handlers/delivery.js';
import { On } from '../handlers/on.js';
import { BUS_TRANSPORT } from '../handlers/transport.js';
import { HandlerRegistry } from './handler-registry.js';

class TaskProgressed {
  static readonly subject = 'events.projects.task-progressed.v1';
  static readonly aggregate = 'projectId';
  @IsString() readonly projectId!: string;
}
class BudgetApproved {
  static readonly subject = 'events.budgeting.budget-approved.v1';
  static readonly aggregate = 'projectId';
  @IsString() readonly projectId!: string;
}
class CloseTask {
  static readonly subject = 'requests.projects.close-task.v1';
  static readonly kind = 'command';
  static readonly answer = TaskProgressed;
  @IsString() readonly taskId!: string;
}

class Registry extends HandlerRegistry {
  override readonly transportId = BUS_TRANSPORT;

  listen(callback: () => void): void {
    callback();
  }

  close(): void {}

  on(): void {}

  unwrap<T>(): T {
    return undefined as T;
  }

  reactionTo(subject: string) {
    return this.reactions.get(subject)!;
  }
}

/** Starts a Nest application of budgeting with these controllers, as the runtime does. */
async function start(...controllers: readonly (new () => object)[]): Promise<Registry> {
  class Application {}
  Module({ controllers: [...controllers] })(Application);
  const strategy = new Registry('budgeting');
  const options = { strategy, logger: false, abortOnError: false } as const;
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(Application, options);
  await app.listen();
  await app.close();
  return strategy;
}

@Controller()
class OnTaskProgressed {
  @On(TaskProgressed)
  async handle(@Payload() event: TaskProgressed, @Ctx() delivery: Delivery): Promise<void> {
    if (event.projectId === 'closed') throw new Refusal('budgeting/closed', `Closed for ${delivery.source}.`);
    if (event.projectId === 'defect') throw new TypeError('a defect');
  }
}

test('what a reaction throws arrives as it was thrown, through all of Nest', async () => {
  const reaction = (await start(OnTaskProgressed)).reactionTo(TaskProgressed.subject);
  const delivery = { source: 'projects' } as Delivery;
  await expect(reaction.handle({ projectId: 'open' }, delivery)).resolves.toBeUndefined();
  const refused = reaction.handle({ projectId: 'closed' }, delivery);
  await expect(refused).rejects.toBeInstanceOf(Refusal);
  await expect(refused).rejects.toMatchObject({ code: 'budgeting/closed', message: 'Closed for projects.' });
  await expect(reaction.handle({ projectId: 'defect' }, delivery)).rejects.toBeInstanceOf(TypeError);
});

test('two reactions to one event are an error at start-up', async () => {
  @Controller()
  class Second {
    @On(TaskProgressed)
    async again(_event: TaskProgressed): Promise<void> {}
  }
  await expect(start(OnTaskProgressed, Second)).rejects.toThrow(
    'two reactions to events.projects.task-progressed.v1',
  );
});

test('a reaction to an event of the service itself is an error at start-up', async () => {
  @Controller()
  class Own {
    @On(BudgetApproved)
    async handle(_event: BudgetApproved): Promise<void> {}
  }
  await expect(start(Own)).rejects.toThrow('its own event');
});

test('an answer to a request of another service is an error at start-up', async () => {
  @Controller()
  class Foreign {
    @Answers(CloseTask)
    async handle(_request: CloseTask): Promise<TaskProgressed> {
      return { projectId: 'p' };
    }
  }
  await expect(start(Foreign)).rejects.toThrow('belongs to projects');
});

test('a handler without a contract is an error at start-up', async () => {
  @Controller()
  class Bare {
    @EventPattern('events.projects.task-progressed.v1', BUS_TRANSPORT)
    async handle(_event: unknown): Promise<void> {}
  }
  await expect(start(Bare)).rejects.toThrow('names no contract: mark it with @On');
});
