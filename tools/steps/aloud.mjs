const started = Date.now();

/** Says which step begins, with the seconds since the start. */
export function say(step) {
  const seconds = String(Math.round((Date.now() - started) / 1000)).padStart(4);
  console.log(`\n[${seconds} s] ${step}`);
}

/** Ends the run with a sentence about what is missing. */
export function stop(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

/** Ends the run where Node is older than what the packages need. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(`Node ${process.versions.node} is too old: install Node 20.19 or newer.`);
}
