import { plain } from "../../text/plain";
import { placeOf } from "../place";
import { defineLineRule } from "../rule";

/** A vendor outside the city: the guideline asks to order inside it first. */
export const outsideCity = defineLineRule({
  id: "vendor/outside-city",
  severity: "info",
  check({ lines, scheme }, report) {
    const { city } = scheme;
    if (city === undefined) return "not-applicable";
    let given = false;
    for (const line of lines) {
      const address = line.read.vendorAddress;
      if (address === null || /^[-―ー—–/／]*$/.test(plain(address))) continue;
      given = true;
      const said = plain(address);
      const outside = said.includes("市外");
      if (!outside && (said === "市内" || city.words.some((word) => said.includes(word)))) continue;
      report({
        at: placeOf(line, "vendorAddress"),
        data: { description: line.read.description, vendor: line.read.vendor, address, city: city.name },
      });
    }
    return given ? "checked" : "not-applicable";
  },
});
