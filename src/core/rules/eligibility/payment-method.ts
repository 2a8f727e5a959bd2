import { plain } from "../../text/plain";
import { reportExcluded } from "../excluded";
import { defineLineRule } from "../rule";

const REFUSED = /手形|小切手|リボ/;

/** 手形, 小切手 and リボ払い; transfer, cash and one-off card payments are fine. */
export const paymentMethod = defineLineRule({
  id: "eligibility/payment-method",
  severity: "error",
  check(stage, report) {
    let outcome = reportExcluded(
      "eligibility/payment-method",
      stage,
      report,
      (line) => line.read.paymentMethod === null || !REFUSED.test(plain(line.read.paymentMethod.text)),
    );
    for (const line of stage.lines) {
      const method = line.read.paymentMethod;
      if (method === null) continue;
      outcome = "checked";
      if (!REFUSED.test(plain(method.text)) || /リボ(払い)?(では|以外|なし)/.test(plain(method.text))) continue;
      report({
        at: method.cell,
        data: { description: line.read.description, method: method.text },
        effects: [{ on: line, verdict: "ineligible" }],
      });
    }
    return outcome;
  },
});
