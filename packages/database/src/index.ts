export * from './catalog/query';
export * from './catalog/read-catalog';
export * from './embedded/embedded-postgres';
export * from './orms/migrate';
export { PythonFault, type PythonRun, runPython } from './orms/python-run';
export { withOrmFacts } from './orms/with-orm-facts';
export { connectForReading, reachableAt, type ServerLimits, type ServerSession, serverAddress } from './server/connect';
export { ServerFault } from './server/server-fault';
