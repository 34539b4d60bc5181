/** The operating system's word for what went wrong: `ENOENT`, `EACCES`. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown error';
}
