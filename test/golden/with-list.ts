/** Workbooks that are given with a list of estimates beside them, "folder/name": the command line reads both. */
export const WITH_LIST: readonly string[] = ["books/evidence-dates"];
