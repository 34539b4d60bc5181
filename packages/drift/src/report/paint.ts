/** What parts of a report are painted as. */
export type Tone = 'error' | 'warning' | 'tolerated' | 'good' | 'heading' | 'place' | 'code';

/** Colours a text for a terminal, or leaves it as it is. The host decides; nothing here knows of terminals. */
export type Paint = (tone: Tone, text: string) => string;

/** No colour: for files, pipes and CI. */
export const plain: Paint = (_tone, text) => text;

const escapes: Readonly<Record<Tone, string>> = {
  error: '31',
  warning: '33',
  tolerated: '90',
  good: '32',
  heading: '1',
  place: '36',
  code: '90',
};

/** Colours by ANSI escape sequences. */
export const coloured: Paint = (tone, text) => `\u001b[${escapes[tone]}m${text}\u001b[0m`;
