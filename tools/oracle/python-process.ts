import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(__dirname, '..', '..');
const inVenv = process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python';

/** The interpreter with the pinned ORMs. */
export function pythonWithOrms(): string {
  const python = process.env.CANONICAL_SCHEMA_PYTHON ?? join(root, '.cache', 'venv', inVenv);
  if (!existsSync(python)) throw new Error(`${python} is missing: \`npm test\` makes it.`);
  return python;
}

/** A long-lived Python that answers one JSON line per JSON line. */
export interface PythonProcess {
  ask(request: object): Promise<Readonly<Record<string, unknown>>>;
  stop(): void;
}

/** Starts a script of tools/python. Requests are answered in order; what it prints to stderr is shown. */
export function startPython(script: string): PythonProcess {
  const child = spawn(pythonWithOrms(), ['-B', join(root, 'tools', 'python', script)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONHASHSEED: '0' },
  });
  const waiting: { resolve(answer: Record<string, unknown>): void; reject(error: Error): void }[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    waiting.shift()?.resolve(JSON.parse(line) as Record<string, unknown>);
  });
  child.on('exit', () => {
    for (const request of waiting.splice(0)) request.reject(new Error(`${script} ended.`));
  });
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        child.stdin.write(`${JSON.stringify(request)}\n`);
      }),
    stop: () => child.stdin.end(),
  };
}
