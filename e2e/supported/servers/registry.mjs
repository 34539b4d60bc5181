/**
 * A registry on the loopback that serves the tarballs of a folder, and sends whoever asks for anything else on to the
 * ordinary registry: `node registry.mjs FOLDER ORDINARY`. Prints its address; ends with its standard input.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [folder, ordinary] = process.argv.slice(2);

const tarballs = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.tgz'))
    .map((file) => [file, readFileSync(join(folder, file))]),
);

/** What a registry says of a package that has one version. */
function packumentOf(file) {
  const bytes = tarballs.get(file);
  const manifest = JSON.parse(
    execFileSync('tar', ['-xzOf', join(folder, file), 'package/package.json'], { encoding: 'utf8' }),
  );
  const dist = {
    tarball: `${address()}/-/${file}`,
    integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}`,
    shasum: createHash('sha1').update(bytes).digest('hex'),
  };
  const { name, version } = manifest;
  return { name, 'dist-tags': { latest: version }, versions: { [version]: { ...manifest, dist } } };
}

const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, address()).pathname).slice(1);
  const packument = packuments.get(path);
  const tarball = tarballs.get(path.replace(/^-\//, ''));
  if (packument !== undefined) response.setHeader('content-type', 'application/json').end(JSON.stringify(packument));
  else if (tarball !== undefined) response.setHeader('content-type', 'application/octet-stream').end(tarball);
  else response.writeHead(302, { location: new URL(request.url.slice(1), ordinary).href }).end();
});

const address = () => `http://127.0.0.1:${server.address().port}`;
let packuments = new Map();
server.listen(0, '127.0.0.1', () => {
  packuments = new Map([...tarballs.keys()].map(packumentOf).map((packument) => [packument.name, packument]));
  console.log(address());
});
process.stdin.resume().on('end', () => process.exit(0));
