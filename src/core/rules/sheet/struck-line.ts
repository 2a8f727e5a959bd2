import { placeOf } from "../place";
import { defineLineRule } from "../rule";

/** A struck-through row still counts [reading]; the person should delete it or take the line off. */
export const struckLine = defineLineRule({
  id: "sheet/struck-line",
  severity: "warning",
  check({ lines }, report) {
    for (const line of lines) {
      if (line.read.struck)
        report({
          at: placeOf(line),
          data: { description: line.read.description, amount: line.read.amount },
        });
    }
    return "checked";
  },
});
