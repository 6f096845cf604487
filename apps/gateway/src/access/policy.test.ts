import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clientOf } from '../testing/client.js';
import { startTestGateway } from '../testing/test-gateway.js';
import type { TestGateway } from '../testing/test-gateway.js';
import { startTestIssuer } from '../testing/test-issuer.js';
import type { TestIssuer } from '../testing/test-issuer.js';
import { Allow, Public } from './allow.js';
import { permissions, permissionsOf, permits, policy, roles } from './policy.js';
import type { Grant, Permission, Role } from './policy.js';
import { assertEveryRouteSaysWho, routeInventory } from './route-inventory.js';
import { FastifyAdapter } from '@nestjs/platform-fastify';

let issuer: TestIssuer;
let gateway: TestGateway;
const pathOf = (grant: Grant) => `/v1/for/${grant.replace(':', '-')}`;

beforeAll(async () => {
  issuer = await startTestIssuer();
  gateway = await startTestGateway({
    issuer: issuer.url,
    controllers: [...permissions, ...roles].map(routeFor),
  });
});

afterAll(async () => {
  await gateway.stop();
  await issuer.stop();
});

/** One route for a grant. */
function routeFor(grant: Grant): new () => object {
  class Route {
    read(): object {
      return { grant };
    }
  }
  const handler = Object.getOwnPropertyDescriptor(Route.prototype, 'read')!;
  Get()(Route.prototype, 'read', handler);
  Allow(grant)(Route.prototype, 'read', handler);
  Controller(pathOf(grant).slice(1))(Route);
  return Route;
}

describe('the policy table decides for every role and every permission:', () => {
  test.each(roles)('%s', async (role) => {
    const ask = clientOf(gateway, issuer, [role]);
    for (const permission of permissions) {
      const { status } = await ask(pathOf(permission));
      expect({ permission, status }).toEqual({
        permission,
        status: policy[role].includes(permission) ? 200 : 403,
      });
    }
    for (const other of roles) {
      expect((await ask(pathOf(other))).status).toBe(role === other ? 200 : 403);
    }
  });

  test('somebody with roles nobody knows, or none, may do nothing', async () => {
    for (const held of [[], ['root'], ['__proto__'], ['constructor'], ['PMO-MANAGER'], ['pmo-manager ']]) {
      const ask = clientOf(gateway, issuer, held);
      for (const permission of permissions) expect((await ask(pathOf(permission))).status).toBe(403);
      expect((await ask('/v1/me')).status).toBe(403);
    }
  });

  test('roles add up', async () => {
    expect(permits(['team-member', 'sponsor'], ['governance:decide'])).toBe(true);
    const me = await clientOf(gateway, issuer, ['contractor', 'sponsor'])('/v1/me');
    expect(await me.json()).toMatchObject({ permissions: permissionsOf(['contractor', 'sponsor']) });
  });
});

describe('duties that must stay apart', () => {
  const held = (permission: Permission) => roles.filter((role) => policy[role].includes(permission));
  const expected: Partial<Record<Permission, readonly Role[]>> = {
    'quality:sign': ['quality-manager'],
    'quality:accept': ['pmo-manager', 'quality-manager', 'sponsor'],
    'connector:manage': ['pmo-manager'],
    'connector:send': ['pmo-manager', 'integration'],
    'portfolio:write': ['pmo-manager'],
    'governance:plan': ['pmo-manager'],
    'governance:decide': ['pmo-manager', 'sponsor'],
    'budget:approve': ['pmo-manager', 'sponsor'],
    'budget:write': ['pmo-manager', 'project-manager'],
    'rate:read': ['pmo-manager'],
    'rate:write': ['pmo-manager'],
    'benefit:measure': [
      'pmo-manager',
      'project-manager',
      'resource-manager',
      'quality-manager',
      'sponsor',
      'team-member',
    ],
    'resource:read': ['pmo-manager', 'project-manager', 'resource-manager'],
    'resource:write': ['pmo-manager', 'resource-manager'],
    'time:write': roles.filter((role) => role !== 'integration'),
    'time:decide': roles.filter((role) => role !== 'integration' && role !== 'contractor'),
  };

  test.each(Object.keys(expected) as Permission[])('%s is held by named roles only', (permission) => {
    expect(held(permission)).toEqual(expected[permission]);
  });
});

describe('a route that does not say who may use it', () => {
  @Controller('v1/silent')
  class SilentController {
    @Get()
    read(): object {
      return {};
    }

    @Public()
    @Get('open')
    open(): object {
      return {};
    }
  }

  test('keeps the gateway from starting', async () => {
    const start = startTestGateway({ issuer: issuer.url, controllers: [SilentController] });
    await expect(start).rejects.toThrow(
      'Routes without @Allow(...) or @Public(): GET /v1/silent (SilentController.read)',
    );
  });

  test('is listed as undeclared, the public one beside it as public', async () => {
    @Module({ controllers: [SilentController] })
    class SilentModule {}
    const app = await NestFactory.create(SilentModule, new FastifyAdapter(), { logger: false });
    await app.init();
    const routes = routeInventory(app);
    expect(routes.map((route) => [route.path, route.access])).toEqual([
      ['/v1/silent', 'undeclared'],
      ['/v1/silent/open', 'public'],
    ]);
    expect(() => assertEveryRouteSaysWho(routes)).toThrow('Say who may use them.');
    await app.close();
  });
});

describe('someone from outside', () => {
  test('is let in until the last day of access, and not after it', async () => {
    const ask = (access_ends: string) =>
      issuer
        .token({ roles: ['contractor'], access_ends })
        .then((token) => fetch(`${gateway.url}/v1/me`, { headers: { authorization: `Bearer ${token}` } }));
    expect((await ask(new Date().toISOString().slice(0, 10))).status).toBe(200);
    const refused = await ask('2020-01-31');
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ detail: 'Your access ended on 2020-01-31.' });
  });
});
