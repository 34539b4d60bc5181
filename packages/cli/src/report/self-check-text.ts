import type { SelfCheck } from '../host/self-check';

/** What a self-check came to, for people: a line for each description, and below it every fact that we read wrongly. */
export function selfCheckText(checks: readonly SelfCheck[]): string {
  const lines = checks.flatMap(({ name, tables, disagreements }) => {
    const count = disagreements.length;
    if (count === 0) return [`${name}: what is read is what the ORM makes (${tables} tables)`];
    const facts = count === 1 ? '1 fact is' : `${count} facts are`;
    return [
      `${name}: ${facts} read wrongly; please report this with the models`,
      ...disagreements.map((fact) => `  ${fact}`),
    ];
  });
  return `\nSelf-check\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
}
