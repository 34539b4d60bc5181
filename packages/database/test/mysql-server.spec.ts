import { createServer, type Server } from 'node:net';
import { dialectTraits } from '@canonical-schema/schema';
import { describeReal, startScratchDatabase } from '../../../tools/oracle/real-dialects';
import type { ScratchDatabase } from '../../../tools/oracle/scratch-database';
import { databaseAt } from '../src';
import { connectToMysql } from '../src/mysql/connect';
import { mariadbServer, mysqlServer } from '../src/mysql/server-kinds';
import { faultOf } from './fault-of';

const limits = { timeout: 5_000 };

const servers = [mysqlServer, mariadbServer];

for (const server of servers) {
  const { dialect } = server;
  describeReal(dialect, () => {
    let database: ScratchDatabase;
    let socket: string;
    const url = (user = 'root', name = 'cases', scheme: string = dialect) =>
      `${scheme}://${user}@localhost/${name}?unix_socket=${encodeURIComponent(socket)}`;
    beforeAll(async () => {
      database = await startScratchDatabase(dialect);
      socket = String((await database.address()).socket);
      await database.run("CREATE USER me@localhost IDENTIFIED BY 'right'");
    });
    afterAll(() => database.stop());
    beforeEach(() => database.empty());

    test('a database is read, with the version of the server', async () => {
      await database.run('CREATE TABLE stocks (id int PRIMARY KEY, symbol varchar(10) NOT NULL)');
      const { schema, assumed } = await databaseAt(url()).read(limits);
      expect(schema.tables.map(({ name }) => name)).toEqual(['stocks']);
      expect(assumed[dialect]).toMatch(/^\d+\.\d+.* \(the server\)$/);
    });

    test('nothing can be written through a session', async () => {
      const session = await connectToMysql(url(), server, limits);
      await expect(session.query('CREATE TABLE t (id int)')).rejects.toThrow(/READ ONLY transaction/i);
      await session.close();
    });

    test('a statement that takes longer than the limit is a fault with the remedy', async () => {
      const session = await connectToMysql(url(), server, { timeout: 200 });
      const slow =
        'SELECT count(*) FROM information_schema.COLUMNS a, information_schema.COLUMNS b, information_schema.COLUMNS c';
      await expect(session.query(slow)).rejects.toThrow(/took longer than the time limit.*--timeout/);
      await session.close();
    });

    test('a wrong password is a fault that does not repeat it', async () => {
      const fault = await faultOf(databaseAt(url('me:wrong')).read(limits));
      expect(fault).toMatch(/refuses the user or the password; correct them in the URL/);
      expect(fault).not.toContain('wrong');
    });

    test('a database that is not there, or not this user’s, is a fault', async () => {
      expect(await faultOf(databaseAt(url('root', 'nowhere')).read(limits))).toMatch(/does not have that database/);
      expect(await faultOf(databaseAt(url('me:right')).read(limits))).toMatch(
        /does not let this user into that database/,
      );
    });

    test('a server of the other kind is a fault that says how to name it', async () => {
      const fault = await faultOf(databaseAt(url('root', 'cases', server.other)).read(limits));
      expect(fault).toContain(`no ${dialectTraits[server.other].label}; write the URL as ${dialect}://`);
    });
  });
}

test.each(['stocks', 'oracle://a:secret@b/c', 'mysql://a:100%@b/c', ''])('"%s" is no URL of a database', (text) => {
  expect(() => databaseAt(text)).toThrow(/^The database URL is none; give it as postgresql:\/\/user@host:5432\/name, /);
});

test('a certificate that is not there is a fault', async () => {
  const url = 'mysql://me:secret@127.0.0.1/app?ssl-ca=/nowhere/ca.pem';
  expect(await faultOf(databaseAt(url).read(limits))).toBe(
    'The certificate /nowhere/ca.pem of ssl-ca could not be read; correct its path.',
  );
});

test('a URL without a database is a fault', async () => {
  expect(await faultOf(databaseAt('mysql://me:secret@db.example.com').read(limits))).toBe(
    'The database URL names no database; add its name, as mysql://user@host:3306/name.',
  );
});

test('a server that is not there is a fault that names the address and not the password', async () => {
  const { server, port } = await listening(() => undefined);
  await new Promise((resolve) => server.close(resolve));
  expect(await faultOf(databaseAt(`mysql://me:secret@127.0.0.1:${port}/app`).read(limits))).toBe(
    `Nothing listens at 127.0.0.1:${port}; start the server, or correct the host and port.`,
  );
  expect(await faultOf(databaseAt('mariadb://me:secret@localhost/app?socket=/nowhere/mysqld.sock').read(limits))).toBe(
    'There is no socket at /nowhere/mysqld.sock; start the server, or correct the host.',
  );
});

test('a server that never answers is a fault once the time is up', async () => {
  const { server, port } = await listening(() => undefined);
  expect(await faultOf(databaseAt(`mysql://me:secret@127.0.0.1:${port}/app`).read({ timeout: 300 }))).toMatch(
    /does not answer/,
  );
  server.close();
});

test('a server that hangs up, or speaks something else, is a fault', async () => {
  const rude = await listening((_, end) => end());
  expect(await faultOf(databaseAt(`mysql://me:secret@127.0.0.1:${rude.port}/app`).read(limits))).toMatch(
    /closed the connection/,
  );
  rude.server.close();
  const web = await listening((write) => write('HTTP/1.1 400 Bad Request\r\n\r\n'));
  expect(await faultOf(databaseAt(`mysql://me:secret@127.0.0.1:${web.port}/app`).read({ timeout: 500 }))).toMatch(
    /^(What listens at|The server at) 127\.0\.0\.1:\d+ /,
  );
  web.server.close();
});

interface Listening {
  readonly server: Server;
  readonly port: number;
}

async function listening(greet: (write: (text: string) => void, end: () => void) => void): Promise<Listening> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    greet(
      (text) => socket.write(text),
      () => socket.destroy(),
    );
  });
  server.unref();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : 0 };
}
