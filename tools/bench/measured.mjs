/** Runs a process and answers what it printed and what it took. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const usageHook = fileURLToPath(new URL('usage.cjs', import.meta.url));

/** A Node process; `{ seconds, cpu, megabytes, status, output }`. CPU time counts every thread. */
export function measuredNode(args, options) {
  return measured(process.execPath, ['--require', usageHook, ...args], options);
}

/** Any process that writes what it used into the file that BENCH_USAGE names. */
export function measured(command, args, { cwd, env = {} }) {
  const scratch = mkdtempSync(join(tmpdir(), 'canonical-schema-bench-usage-'));
  const usage = join(scratch, 'usage.json');
  try {
    const began = performance.now();
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', ...env, BENCH_USAGE: usage },
      maxBuffer: 1 << 28,
    });
    const seconds = (performance.now() - began) / 1000;
    return { seconds, status, output: `${stdout}${stderr}`, ...JSON.parse(readFileSync(usage, 'utf8')) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The median of several runs, by each figure. `prepare` is called before each. */
export function medianOf(runs, run, prepare = () => undefined) {
  const taken = Array.from({ length: runs }, (_, at) => {
    prepare(at);
    return run();
  });
  const of = (figure) =>
    quantile(
      taken.map((each) => each[figure]),
      0.5,
    );
  return {
    ...taken[0],
    seconds: of('seconds'),
    cpu: of('cpu'),
    megabytes: Math.max(...taken.map((each) => each.megabytes)),
  };
}

/** The value below which a share of the values lies. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
