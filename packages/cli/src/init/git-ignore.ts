/** What inferred targets write, which no repository keeps: compiled schemas and reports. */
const outputs = ['.schema/'];

/** The text of `.gitignore` with the outputs that it does not name yet; null for no file. */
export function withIgnoredOutputs(text: string | null): string {
  const before = text ?? '';
  const named = new Set(before.split(/\r?\n/).map(plain));
  const missing = outputs.filter((output) => !named.has(plain(output)));
  if (missing.length === 0) return before;
  const newline = before.includes('\r\n') ? '\r\n' : '\n';
  const gap = before === '' || /\n$/.test(before) ? '' : newline;
  return before + gap + missing.map((line) => line + newline).join('');
}

/** The same for `.schema`, `/.schema/` and their like with stars. */
function plain(pattern: string): string {
  return pattern
    .trim()
    .replace(/^(?:\*\*)?\//, '')
    .replace(/\/\*{0,2}$/, '');
}
