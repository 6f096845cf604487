import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { SETTINGS } from '@meridian/runtime';
import type { GatewaySettings } from '../gateway-settings.js';
import { issuerKeys } from './issuer-keys.js';
import { TokenVerifier } from './token-verifier.js';

/** Who is asking: verifies access tokens of the one issuer. */
@Module({})
export class AccessModule {
  static forIssuer(): DynamicModule {
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
    return { module: AccessModule, providers: [verifier], exports: [TokenVerifier] };
  }
}
