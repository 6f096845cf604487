import { startIdentityProvider } from '../identity-provider.js';

// The development identity provider as a process of its own, started by the launcher: port, data folder, redirect URIs.
const [port = '', dataDir = '', ...redirectUris] = process.argv.slice(2);
const provider = await startIdentityProvider({ port: Number(port), dataDir, redirectUris });
console.log(`ready at ${provider.issuer}`);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    provider.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
