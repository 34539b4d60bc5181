import { isAnswering } from 'canonical-schema';

/** Is there somebody at a terminal, and did nobody say `--no-interactive`? */
export function isAsking(): boolean {
  return isAnswering() && process.env.NX_INTERACTIVE !== 'false';
}
