/** The samples that the workbench and the one page offer first, with what their choice calls them. */
export const TITLES = {
  "transformation-errors.xlsx": { ja: "事業変革枠（誤りを含む見本）", en: "Business transformation, with errors" },
  "planning-clean.xlsx": { ja: "計画策定枠（誤りのない見本）", en: "Planning, without errors" },
};
