import { createInterface } from 'node:readline/promises';
import type { Answers } from '../change/answers';
import { mergedAnswers } from '../change/answers';
import type { Question } from '../change/question';

/** Is there somebody who can be asked? Not in CI, and not where input or output is no terminal. */
export function isAnswering(): boolean {
  return Boolean(process.stdin.isTTY) && Boolean(process.stderr.isTTY) && !process.env.CI;
}

/** Asks on the terminal, one question after the other; null where somebody would rather not go on. */
export async function asked(questions: readonly Question[], former: Answers): Promise<Answers | null> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    let answers = former;
    for (const question of questions) {
      const answer = await answerTo(question, (text) => terminal.question(text));
      if (answer === null) return null;
      answers = mergedAnswers(answers, answer);
    }
    return answers;
  } finally {
    terminal.close();
  }
}

/** What is answered to a question: the number of a choice; null for none of them. */
export async function answerTo(question: Question, say: (text: string) => Promise<string>): Promise<Answers | null> {
  const { message, choices } = question;
  const lines = choices.map(({ label, flag }, at) => `  ${at + 1}  ${label}  (${flag})`);
  const prompt = `${[message, ...lines, '  0  stop here, and write nothing'].join('\n')}\n> `;
  for (;;) {
    const text = (await say(prompt)).trim();
    if (text === '' || text === '0') return null;
    const choice = choices[Number(text) - 1];
    if (choice !== undefined) return choice.answers;
  }
}
