/** What was learned, as it is looked up. The command line finds it worked out beside it (`scripts/kept.mjs`). */
import learned from "./learned.json";
import { tablesOf, type Tables } from "./model";

export const learnedTables = (): Tables => tablesOf(learned);
