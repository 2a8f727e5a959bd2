/** "予算明細 J9": where something stands, for whoever is told of it. */
export const placeOf = (at: { readonly sheet: string | null; readonly cell: string | null } | undefined): string =>
  [at?.sheet, at?.cell].filter((part) => part !== null && part !== undefined).join(" ");
