/** What a file of an application is, by its name. */

export const BOOK = /\.xls[xm]$/i;

/** Packed: what is in it is not looked at. */
export const isPacked = (name: string): boolean => /\.(?:zip|7z|rar|lzh|lha|cab|tar|t?gz)$/i.test(name);

/** A workbook in another form than is read. */
export const isOtherBook = (name: string): boolean => /\.(?:xls|xlsb|xlt|xlt[xm]|f?ods|numbers)$/i.test(name);

/** It cannot be looked into. */
export const isClosed = (name: string): boolean => isPacked(name) || isOtherBook(name);

/** Application forms, messages, slides: no estimate is looked for in them. */
export const isWriting = (name: string): boolean => /\.(?:docx?|txt|eml|msg|pptx?)$/i.test(name);

/** What the desk itself wrote, come back in the applicant's folder. */
export const isLetter = (name: string): boolean => /(?:^|\/)補正のお願い[^/]*$/.test(name);
