// A real identity provider on loopback: node provider.mjs PORT REDIRECT_URI. Who signs in as
// `ana` has an address and a role; whoever signs in as `none` has no role.
import { Provider } from "oidc-provider";

const [port, back] = process.argv.slice(2);
const roles = { ana: ["account-managers"], none: [] };
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: "portal", client_secret: "only-for-tests", redirect_uris: [back] }],
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "roles"] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  features: { devInteractions: { enabled: true } },
  cookies: { keys: ["only-for-tests"] },
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({
      sub: id,
      email: `${id}@example.com`,
      email_verified: id !== "unverified",
      name: id,
      roles: roles[id] ?? ["account-managers"],
    }),
  }),
});
provider.listen(Number(port), "127.0.0.1", () => console.log("ready"));
