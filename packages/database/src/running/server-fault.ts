/** Why a database could not be read: one sentence with the remedy, without the password. */
export class ServerFault extends Error {
  override readonly name = 'ServerFault';
}

/** What one kind of server's errors mean to the person who gave the address; `%s` is that address, without the password. */
export interface FaultMeanings {
  /** By code. */
  readonly codes: Readonly<Record<string, string>>;
  /** Errors without a code of their own, told by the driver's words. */
  readonly wordings: readonly (readonly [RegExp, string])[];
}

/** What the network says, whatever is at its other end. */
const network: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens at %s; start the server, or correct the host and port.',
  ENOTFOUND: 'The host of %s is not known; correct it.',
  EAI_AGAIN: 'The host of %s could not be looked up; check the network.',
  ENOENT: 'There is no socket at %s; start the server, or correct the host.',
  ETIMEDOUT: 'The server at %s does not answer; check the host, the port and the network.',
  EHOSTUNREACH: 'The server at %s cannot be reached; check the host and the network.',
  ECONNRESET: 'The server at %s closed the connection; look into the log of the server.',
  CERT_HAS_EXPIRED: 'The server at %s shows a certificate that has expired; renew it on the server.',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'The server at %s shows a certificate for another host; correct the host, or the certificate.',
};

/** An error of the driver or the server, as a person needs to hear it. */
export function serverFault(error: unknown, server: string, { codes, wordings }: FaultMeanings): ServerFault {
  const code = codeOf(error);
  const text = error instanceof Error ? error.message : String(error);
  const meaning = codes[code] ?? network[code] ?? wordings.find(([wording]) => wording.test(text))?.[1];
  const sentence =
    meaning?.replace('%s', server) ?? `The server at ${server} could not be read: ${text.replace(/\.$/, '')}.`;
  return new ServerFault(sentence);
}

/** The code of an error; empty where it has none. Several addresses of one host fail as one error that holds the others. */
export function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(codeOf).find((code) => code !== '') ?? '';
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
