import { ServerFault } from '../src';

/** What a fault says that must come. */
export async function faultOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ServerFault) return error.message;
    throw error;
  }
  throw new Error('It did not fail.');
}
