/** What a text lists with commas, as `symbol, created_at desc`; commas in brackets and quotes separate nothing. */
export async function wordsIn(text: string): Promise<readonly string[]> {
  const { separated } = await import('@canonical-schema/sql/write');
  return separated(text, ',').filter((word) => word !== '');
}
