/** Why a server could not be read: one sentence with the remedy, without the password. */
export class ServerFault extends Error {
  override readonly name = 'ServerFault';
}

/** What each error code means to the person who gave the address; `%s` is its address, as `serverAddress` gives it. */
const meanings: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens at %s; start the server, or correct the host and port.',
  ENOTFOUND: 'The host of %s is not known; correct it.',
  EAI_AGAIN: 'The host of %s could not be looked up; check the network.',
  ENOENT: 'There is no socket at %s; start the server, or correct the host.',
  ETIMEDOUT: 'The server at %s does not answer; check the host, the port and the network.',
  EHOSTUNREACH: 'The server at %s cannot be reached; check the host and the network.',
  ECONNRESET: 'The server at %s closed the connection; look into the log of the server.',
  '28P01': 'The server at %s refuses the password; correct it in the URL, in PGPASSWORD or in the password file.',
  '28000': "%s does not let this user in; correct the user, or the server's pg_hba.conf.",
  '3D000': 'The server at %s does not have that database; correct its name.',
  '42501': 'The server at %s does not let this user read its catalog; grant it USAGE on the schemas.',
  '53300': 'The server at %s has no connection left; try again when others have closed theirs.',
  '57014': 'The server at %s took longer than the time limit for a statement; give more with --timeout.',
  '57P01': 'The server at %s was shut down while it was read; start it and try again.',
  '57P03': 'The server at %s is starting or stopping; try again.',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'The server at %s shows a certificate that signs itself; name its authority with sslrootcert.',
  SELF_SIGNED_CERT_IN_CHAIN:
    'The server at %s shows a certificate of an unknown authority; name that with sslrootcert.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'The server at %s shows a certificate of an unknown authority; name that with sslrootcert.',
  CERT_HAS_EXPIRED: 'The server at %s shows a certificate that has expired; renew it on the server.',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'The server at %s shows a certificate for another host; correct the host, or the certificate.',
};

/** Errors without a code of their own, told by the driver's words. */
const wordings: readonly (readonly [RegExp, string])[] = [
  [/does not support SSL/i, 'The server at %s does not speak TLS; say sslmode=disable in the URL where that is safe.'],
  [
    /timeout expired|Query read timeout/i,
    'The server at %s does not answer in time; check the host, or give more with --timeout.',
  ],
  [
    /Connection terminated|Client has encountered a connection error/i,
    'The server at %s closed the connection while it was read; try again.',
  ],
  [
    /password must be a string/i,
    'The server at %s asks for a password; give it in the URL, in PGPASSWORD or in the password file.',
  ],
];

/** An error of the driver or the server, as a person needs to hear it. */
export function serverFault(error: unknown, server: string): ServerFault {
  const code = codeOf(error);
  const text = error instanceof Error ? error.message : String(error);
  const meaning = meanings[code] ?? wordings.find(([wording]) => wording.test(text))?.[1];
  const sentence =
    meaning?.replace('%s', server) ?? `The server at ${server} could not be read: ${text.replace(/\.$/, '')}.`;
  return new ServerFault(sentence);
}

/** Several addresses of one host fail as one error that holds the others. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(codeOf).find((code) => code !== '') ?? '';
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
