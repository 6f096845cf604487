// The development identity provider in a container: it listens to the network and is known outside by OIDC_ISSUER.
import { startIdentityProvider } from '../local/dist/identity-provider.js';

const { HOST, PORT, OIDC_ISSUER, REDIRECT_URIS = '', DATA_DIR } = process.env;

const provider = await startIdentityProvider({
  host: HOST,
  port: Number(PORT),
  issuer: OIDC_ISSUER,
  redirectUris: REDIRECT_URIS.split(',').filter((uri) => uri !== ''),
  dataDir: DATA_DIR,
});
console.log(`ready: ${provider.issuer}`);

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, async () => {
    await provider.stop();
    process.exit(0);
  });
}
