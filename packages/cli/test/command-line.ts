import { run } from '../src/commands/program';

/** What a command said and how it ended. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in a directory, in this process. */
export async function ran(directory: string, ...argv: readonly string[]): Promise<Ran> {
  const before = process.cwd();
  const said = { out: '', err: '' };
  const hear = (name: keyof typeof said) => (text: string | Uint8Array) => {
    said[name] += String(text);
    return true;
  };
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(hear('out')),
    jest.spyOn(process.stderr, 'write').mockImplementation(hear('err')),
  ];
  process.chdir(directory);
  try {
    return { status: await run(argv), ...said };
  } finally {
    process.chdir(before);
    for (const spy of spies) spy.mockRestore();
  }
}
