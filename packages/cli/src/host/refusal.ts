/** Why a command could not do its work: a sentence for a person, with the place and the remedy. Ends with exit status 2. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** What to tell a person about anything that was thrown. Whatever is no refusal is a bug of ours, and is called one. */
export function explanationOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `Internal error: ${message} Please report this with the files that caused it.`;
}
