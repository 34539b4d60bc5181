import { execFileSync } from 'node:child_process';

/** A repository's largest listing or file that is taken from git at once. */
const largestAnswer = 1024 * 1024 * 1024;

/** What git answers in a directory; null where there is no git, no repository, or git refuses. */
export function gitAnswer(directory: string, args: readonly string[], input?: string): Buffer | null {
  try {
    return execFileSync('git', [...args], {
      cwd: directory,
      maxBuffer: largestAnswer,
      stdio: ['pipe', 'pipe', 'ignore'],
      ...(input === undefined ? {} : { input }),
    });
  } catch {
    return null;
  }
}

/** The same as one line of text. */
export function gitLine(directory: string, args: readonly string[]): string | null {
  return gitAnswer(directory, args)?.toString('utf8').trim() || null;
}

/** The same as a list of paths, as `-z` separates them. */
export function gitPaths(directory: string, args: readonly string[]): readonly string[] | null {
  const answer = gitAnswer(directory, args)?.toString('utf8');
  return answer === undefined ? null : answer.split('\0').filter((path) => path !== '');
}
