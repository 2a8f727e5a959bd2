/** Figures as people write them. */

/** 1,480,000; fractions keep as many decimals as told. Whole numbers do without the language's own tables, which take long to load. */
export const figure = (value: number, decimals = 6): string =>
  Number.isSafeInteger(value)
    ? String(value).replace(/\B(?=(?:\d{3})+$)/g, ",")
    : value.toLocaleString("en-US", { maximumFractionDigits: decimals });
