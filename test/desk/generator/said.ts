/** Figures and days as people write them. */
export const yen = (value: number): string => value.toLocaleString("en-US");

export const day = (iso: string): string => {
  const [year = "", month = "", date = ""] = iso.split("-");
  return `令和${String(Number(year) - 2018)}年${String(Number(month))}月${String(Number(date))}日`;
};

/** "120,000" → "１２０，０００" */
export const wide = (text: string): string =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
