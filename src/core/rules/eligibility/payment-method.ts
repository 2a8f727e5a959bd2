import { plain } from "../../text/plain";
import { recalled } from "../../text/recalled";
import { reportExcluded } from "../excluded";
import { defineLineRule } from "../rule";

const REFUSED = /手形|小切手|リボ/;
/** "手形不可", "手形・小切手による支払は行わない", "リボ払い以外": the word is there to rule the method out. */
const RULED_OUT =
  /(?:手形|小切手|リボ)[^,、。;()]*(?:不可|以外|禁止|除く|なし|無し|無く|なく|ません|しない|ではな|でな|使わな|用いな|使用せず|ない(?=$|[)、。,]))/g;

/** A budget names the same few methods on all its lines. */
const isRefused = recalled((method) => REFUSED.test(plain(method).replace(RULED_OUT, "")));

/** 手形, 小切手 and リボ払い; transfer, cash and one-off card payments are fine. */
export const paymentMethod = defineLineRule({
  id: "eligibility/payment-method",
  severity: "error",
  check(stage, report) {
    let given = false;
    const outcome = reportExcluded(
      "eligibility/payment-method",
      stage,
      (found) => {
        given = true;
        report(found);
      },
      (line) => line.read.paymentMethod === null || !isRefused(line.read.paymentMethod.text),
    );
    if (outcome === "not-applicable") return outcome;
    for (const line of stage.lines) {
      const method = line.read.paymentMethod;
      if (method === null) continue;
      given = true;
      if (!isRefused(method.text)) continue;
      report({
        at: method.cell,
        data: { description: line.read.description, method: method.text },
        effects: [{ on: line, verdict: "ineligible" }],
      });
    }
    return given ? "checked" : "not-applicable";
  },
});
