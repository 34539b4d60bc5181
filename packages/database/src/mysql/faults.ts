import type { FaultMeanings } from '../running/server-fault';

/** What MySQL, MariaDB and their driver say. */
export const mysqlFaults: FaultMeanings = {
  codes: {
    ER_ACCESS_DENIED_ERROR:
      'The server at %s refuses the user or the password; correct them in the URL, or the password in MYSQL_PWD.',
    ER_ACCESS_DENIED_NO_PASSWORD_ERROR: 'The server at %s asks for a password; give it in the URL or in MYSQL_PWD.',
    ER_DBACCESS_DENIED_ERROR: 'The server at %s does not let this user into that database; grant it SELECT there.',
    ER_TABLEACCESS_DENIED_ERROR: 'The server at %s does not let this user read its catalog; grant it SELECT.',
    ER_BAD_DB_ERROR: 'The server at %s does not have that database; correct its name.',
    ER_HOST_NOT_PRIVILEGED: '%s lets nobody in from this host; grant a user that may come from here.',
    ER_HOST_IS_BLOCKED: '%s blocks this host after many errors; run FLUSH HOSTS on the server.',
    ER_CON_COUNT_ERROR: 'The server at %s has no connection left; try again when others have closed theirs.',
    ER_SERVER_SHUTDOWN: 'The server at %s was shut down while it was read; start it and try again.',
    ER_QUERY_TIMEOUT: 'The server at %s took longer than the time limit for a statement; give more with --timeout.',
    ER_SECURE_TRANSPORT_REQUIRED: 'The server at %s wants TLS; say ssl-mode=REQUIRED in the URL.',
    PROTOCOL_SEQUENCE_TIMEOUT: 'The server at %s does not answer in time; check the host, or give more with --timeout.',
    PROTOCOL_CONNECTION_LOST: 'The server at %s closed the connection while it was read; try again.',
    HANDSHAKE_NO_SSL_SUPPORT:
      'The server at %s does not speak TLS; say ssl-mode=DISABLED in the URL where that is safe.',
    AUTH_SWITCH_PLUGIN_ERROR:
      'The server at %s wants a way of logging in that the driver does not know; give the user mysql_native_password or caching_sha2_password.',
    DEPTH_ZERO_SELF_SIGNED_CERT:
      'The server at %s shows a certificate that signs itself; name its authority with ssl-ca.',
    SELF_SIGNED_CERT_IN_CHAIN: 'The server at %s shows a certificate of an unknown authority; name that with ssl-ca.',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE:
      'The server at %s shows a certificate of an unknown authority; name that with ssl-ca.',
  },
  wordings: [
    [
      /max_statement_time exceeded/i,
      'The server at %s took longer than the time limit for a statement; give more with --timeout.',
    ],
    [/connect ETIMEDOUT/i, 'The server at %s does not answer in time; check the host, or give more with --timeout.'],
    [
      /Unexpected packet|Malformed|closed state/i,
      'What listens at %s is no MySQL or MariaDB; correct the host and port.',
    ],
  ],
};
