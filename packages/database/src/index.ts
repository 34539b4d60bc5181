export * from './catalog/query';
export * from './catalog/read-catalog';
export * from './embedded/embedded-postgres';
export { connectForReading, type ServerLimits, type ServerSession, serverAddress } from './server/connect';
export { ServerFault } from './server/server-fault';
