import type { FaultMeanings } from '../running/server-fault';

/** What PostgreSQL and its driver say. */
export const postgresFaults: FaultMeanings = {
  codes: {
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
  },
  wordings: [
    [
      /does not support SSL/i,
      'The server at %s does not speak TLS; say sslmode=disable in the URL where that is safe.',
    ],
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
  ],
};
