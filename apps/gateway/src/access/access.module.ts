import { Module } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import { SETTINGS } from '@meridian/runtime';
import type { GatewaySettings } from '../gateway-settings.js';
import { issuerKeys } from './issuer-keys.js';
import { OutsiderDays } from './outsider-days.js';
import { TokenVerifier } from './token-verifier.js';

/** Who is asking: verifies access tokens of the one issuer, and knows until when people from outside are let in. */
@Module({})
export class AccessModule {
  /** @param outsiders where the days of people from outside come from; an injectable class */
  static forIssuer(outsiders: Type<OutsiderDays>): DynamicModule {
    const verifier = {
      provide: TokenVerifier,
      inject: [SETTINGS],
      useFactory: (settings: GatewaySettings) => {
        const rules = { issuer: settings.OIDC_ISSUER, audience: settings.OIDC_AUDIENCE };
        return new TokenVerifier(
          rules,
          issuerKeys(settings.OIDC_ISSUER, { discoveryUrl: settings.OIDC_DISCOVERY_URL }),
        );
      },
    };
    const days = { provide: OutsiderDays, useClass: outsiders };
    return {
      module: AccessModule,
      global: true,
      providers: [verifier, days],
      exports: [TokenVerifier, OutsiderDays],
    };
  }
}
