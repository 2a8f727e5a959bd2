/** What is asked of the scheme: the figures may be those of a grant that is not applied for. */
import type { OtherGrant } from "../judge/grant";
import type { Report } from "./report";

type NotChecked = Report["notChecked"][number];

/** Codes of `notChecked`, by what is another. */
export const SCHEME_ASKED: Readonly<Record<OtherGrant["other"], string>> = {
  grant: "scheme-unknown",
  edition: "scheme-edition",
};

/** The entry that asks for the scheme; undefined where the workbook names the one in force, or somebody chose it. */
export const schemeAsked = ({ notChecked }: Pick<Report, "notChecked">): NotChecked | undefined =>
  notChecked.find(({ code }) => Object.values(SCHEME_ASKED).includes(code));
