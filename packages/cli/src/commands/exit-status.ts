/** 0: nothing at error level. 1: at least one error. 2: the command could not do its work. */
export type ExitStatus = 0 | 1 | 2;
