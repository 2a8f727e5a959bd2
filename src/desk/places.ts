/** What lies where the results are written, by name. */
export const LEDGER = "ledger.sqlite";
export const OVERVIEW = { xlsx: "overview.xlsx", csv: "overview.csv" } as const;
/** A folder. */
export const LETTERS = "letters";
export const LETTER_TEMPLATE = "letter-template.txt";
/** What a letter is written as. */
export const LETTER_ENDINGS = ["xlsx", "docx", "txt"] as const;
