/** Loaded into a thread before its own code: there is none left to run that. */
process.exit(1);
