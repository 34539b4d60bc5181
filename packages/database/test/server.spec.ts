import { connect, createServer, type Server, type Socket } from 'node:net';
import { type PostgresProcess, startPostgresProcess } from '../../../tools/oracle/postgres-process';
import { connectToPostgres, readPostgresCatalog, ServerFault, serverAddress } from '../src';
import { faultOf } from './fault-of';

let postgres: PostgresProcess;
let url: string;
beforeAll(async () => {
  postgres = await startPostgresProcess();
  url = `postgresql://postgres:secret@127.0.0.1:${await postgres.listen()}/postgres?sslmode=disable`;
});
afterAll(() => postgres.stop());
beforeEach(() => postgres.empty());

const limits = { timeout: 5_000 };

test('a server is read over its socket as it is from within', async () => {
  await postgres.exec(`
    CREATE TABLE stocks (id serial PRIMARY KEY, symbol varchar(10) NOT NULL UNIQUE, price numeric(10, 2) CHECK (price > 0));
    CREATE TABLE orders (id serial PRIMARY KEY, stock_id integer NOT NULL REFERENCES stocks ON DELETE CASCADE);
    CREATE INDEX idx_orders_stock ON orders (stock_id) WHERE stock_id > 0`);
  const within = await readPostgresCatalog(postgres.query);
  const session = await connectToPostgres(url, limits);
  const outside = await readPostgresCatalog(session.query);
  await session.close();
  expect(outside.schema).toEqual(within.schema);
  expect(outside.schema.tables.map(({ name }) => name)).toEqual(['orders', 'stocks']);
});

test('nothing can be written through a session', async () => {
  const session = await connectToPostgres(url, limits);
  await expect(session.query('CREATE TABLE t (id int)')).rejects.toThrow(/read-only transaction/);
  await session.close();
});

test('a server that falls silent is a fault with the remedy', async () => {
  const relayed: Socket[] = [];
  const proxy = await serve((socket) => relayed.push(relay(socket, new URL(url).port)));
  const session = await connectToPostgres(urlOf(proxy), { timeout: 300 });
  for (const upstream of relayed) upstream.unpipe();
  await expect(session.query('SELECT 1')).rejects.toThrow(/does not answer in time.*--timeout/);
  await session.close();
  proxy.stop();
});

test('a server that is not there is a fault that names the address and not the password', async () => {
  const port = await closedPort();
  const fault = await faultOf(connectToPostgres(`postgresql://me:secret@127.0.0.1:${port}/db`, limits));
  expect(fault).toBe(`Nothing listens at 127.0.0.1:${port}; start the server, or correct the host and port.`);
});

test('a server that never answers is a fault once the time is up', async () => {
  const silent = await serve(() => undefined);
  const fault = await faultOf(connectToPostgres(urlOf(silent), { timeout: 300 }));
  expect(fault).toMatch(/does not answer in time/);
  silent.stop();
});

test('a server that hangs up is a fault', async () => {
  const rude = await serve((socket) => socket.destroy());
  const fault = await faultOf(connectToPostgres(urlOf(rude), limits));
  expect(fault).toMatch(/closed the connection/);
  rude.stop();
});

test('a server that goes away between two statements fails the next one', async () => {
  const proxy = await serve((socket) => relay(socket, new URL(url).port));
  const session = await connectToPostgres(urlOf(proxy), limits);
  proxy.stop();
  await expect(readPostgresCatalog(session.query)).rejects.toThrow(ServerFault);
  await session.close();
});

test('a server that speaks something else is a fault', async () => {
  const web = await serve((socket) => socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
  const fault = await faultOf(connectToPostgres(urlOf(web), limits));
  expect(fault).toMatch(/^The server at 127\.0\.0\.1:\d+ /);
  web.stop();
});

test.each(['stocks', 'mysql://a:secret@b/c', ''])('"%s" is no URL of a server', async (text) => {
  const fault = await faultOf(connectToPostgres(text, limits));
  expect(fault).toBe('The database URL is none; give it as postgresql://user@host:5432/name.');
});

test('an address is told without user, password and parameters', () => {
  expect(serverAddress('postgresql://me:secret@db.example.com:6543/x?sslmode=require')).toBe('db.example.com:6543');
  expect(serverAddress('postgres:///x?host=/var/run/postgresql')).toBe('/var/run/postgresql');
  expect(serverAddress('postgres:///x')).toBe('localhost');
});

interface Listening {
  readonly port: number;
  stop(): void;
}

async function serve(onConnection: (socket: Socket) => void): Promise<Listening> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const stop = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { port, stop };
}

async function closedPort(): Promise<number> {
  const { port, stop } = await serve(() => undefined);
  stop();
  return port;
}

function relay(socket: Socket, port: string): Socket {
  const upstream = connect(Number(port), '127.0.0.1');
  upstream.on('error', () => undefined);
  socket.on('close', () => upstream.destroy());
  socket.pipe(upstream).pipe(socket);
  return upstream;
}

const urlOf = ({ port }: Listening) => `postgresql://me:secret@127.0.0.1:${port}/db?sslmode=disable`;
