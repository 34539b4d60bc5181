/** The measurements of all sizes as a Markdown table: a row for each thing that is measured. */
export function table(measurements) {
  const [smallest] = measurements;
  const perTable = ({ size, cold: { cpu } }) => cpu / size;
  const rows = [
    ['Python and SQL', ({ bytes }) => `${(bytes / 1e6).toFixed(1)} MB`],
    ['`verify`, all four descriptions, nothing remembered', ({ cold }) => time(cold)],
    ['`verify` again, everything remembered', ({ warm }) => time(warm)],
    ['`verify` after one edit of a model', ({ edited }) => time(edited)],
    ['peak memory of the first', ({ cold }) => `${Math.round(cold.megabytes)} MB`],
    [
      '`watch`: edit to verdict, p50 / p95',
      ({ watch }) =>
        watch === null ? 'not measured' : `${(watch.p50 / 1000).toFixed(2)} / ${(watch.p95 / 1000).toFixed(2)} s`,
    ],
    ['`makemigrations --check`', ({ django }) => time(django)],
    ["Alembic's `compare_metadata`, with import", ({ alembic }) => time(alembic)],
    ['bare parsing, libpg-query and tree-sitter', ({ floor }) => time(floor)],
    ['the two rivals together ÷ `verify`, nothing remembered', (at) => rivals(at, at.cold)],
    ['… ÷ everything remembered', (at) => rivals(at, at.warm)],
    ['… ÷ after one edit', (at) => rivals(at, at.edited)],
    ['`verify` ÷ bare parsing', ({ cold, floor }) => ratio(cold, floor)],
    [
      `CPU a table ÷ that at ${smallest.size.toLocaleString('en')}`,
      (at) => `${(perTable(at) / perTable(smallest)).toFixed(2)} ×`,
    ],
  ];
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    line(['', ...measurements.map(({ size }) => `${size.toLocaleString('en')} tables`)]),
    line(['---', ...measurements.map(() => '---:')]),
    ...rows.map(([name, cell]) => line([name, ...measurements.map(cell)])),
  ].join('\n');
}

function time({ seconds, cpu }) {
  return `${seconds.toFixed(2)} s (${cpu.toFixed(2)})`;
}

function rivals({ django, alembic }, ours) {
  return ratio({ seconds: django.seconds + alembic.seconds, cpu: django.cpu + alembic.cpu }, ours);
}

function ratio(one, other) {
  return `${(one.seconds / other.seconds).toFixed(1)} × (${(one.cpu / other.cpu).toFixed(1)})`;
}
