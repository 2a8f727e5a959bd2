/** The steps from what was claimed to what can be applied for, in words: the same in pane, text report and summary sheet. */
import type { Step } from "../core/report/report";
import type { ReportShown } from "../core/report/shown";
import type { Scheme } from "../core/scheme/scheme";
import { ruleText } from "./index";
import { figure } from "../core/text/figure";
import { percent, type Lang } from "./message";

interface StepText {
  readonly label: string;
  /** How the figure comes about; "" where the label says it. */
  readonly note: string;
}

const REDUCTIONS: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  ja: {
    ineligible: "対象にならない経費",
    labour: "労務費の再計算で減る額",
    "tax/inclusive": "含まれていた消費税",
    "cloud/proration": "期間外の利用料",
    other: "そのほかの調整",
  },
  en: {
    ineligible: "Not eligible",
    labour: "Labour, recomputed",
    "tax/inclusive": "Consumption tax included",
    "cloud/proration": "Fees outside the period",
    other: "Other adjustments",
  },
};

/** Why a line counts less than was claimed: "ineligible", "labour", or the rule that changed it. */
export const reductionText = (reason: string, lang: Lang): string =>
  REDUCTIONS[lang][reason] ?? (reason.includes("/") ? ruleText(reason, lang) : reason);

/** "20%まで", "1/3まで": what a limit lets through. */
const limitText = (limit: string, lang: Lang): string =>
  lang === "ja" ? `${share(limit)}まで` : `up to ${share(limit)}`;

const share = (limit: string): string => {
  const text = percent(limit);
  return /\.\d{2}/.test(text) ? limit : text;
};

const yen = (value: number, lang: Lang): string => (lang === "ja" ? `${figure(value)}円` : `${figure(value)} yen`);

export function stepText(step: Step, report: ReportShown, scheme: Scheme | undefined, lang: Lang): StepText {
  const { subsidy } = report;
  const pick = (ja: string, en: string, note = ""): StepText => ({ label: lang === "ja" ? ja : en, note });
  const say = (ja: string, en: string): string => (lang === "ja" ? ja : en);
  switch (step.id) {
    case "claimed":
      return pick("計上した経費", "Claimed");
    case "reduction":
      return {
        label: reductionText(step.of ?? "other", lang),
        note: say(
          `${figure(step.lines.length)}件`,
          step.lines.length === 1 ? "1 line" : `${figure(step.lines.length)} lines`,
        ),
      };
    case "eligible":
      return pick("補助対象経費", "Eligible cost");
    case "ratio": {
      const ratio = report.ratios.find(({ id }) => id === step.of);
      const limit = ratio === undefined ? "" : limitText(ratio.limit, lang);
      const note =
        ratio?.status === "waived"
          ? say("上限を超えることの了承を得ています", "more was agreed to")
          : say(`上限は${limit}です`, limit);
      return pick(`${ratio?.name.ja ?? ""}の上限を超える額`, `${ratio?.name.en ?? ""} beyond its limit`, note);
    }
    case "allowed":
      return pick("認められる経費", "Cost that counts");
    case "income":
      return pick("事業の収入", "Project income");
    case "base":
      return pick("収入を除いた経費", "Cost less income");
    case "part": {
      const part = scheme?.frames.flatMap(({ parts }) => parts ?? []).find(({ id }) => id === step.of);
      const cost = subsidy?.parts.find(({ id }) => id === step.of)?.cost ?? 0;
      return {
        label: part?.name[lang] ?? step.of ?? "",
        note: say(`対象額 ${yen(cost, "ja")} から`, `of ${yen(cost, "en")}`),
      };
    }
    case "rate": {
      const rate = step.of ?? subsidy?.tiers?.map((tier) => tier.rate).join("→") ?? null;
      const note = say("1円未満は切り捨て", "fractions of a yen dropped");
      if (rate === "1/1") return pick("補助率 全額", "At the full rate");
      return rate === null
        ? pick("区分ごとの補助率をかけた額", "At the rate of each part", note)
        : pick(`補助率 ${rate} をかけた額`, `At the rate ${rate}`, note);
    }
    case "partLimits":
      return pick("区分ごとの上限を超える額", "Beyond the limits of the parts");
    case "cap": {
      const cap = yen(subsidy?.cap ?? 0, lang);
      const note = step.yen > 0 ? "" : say("上限内です", "within the limit");
      return pick(`上限額 ${cap}まで`, `Upper limit of ${cap}`, note);
    }
    case "rounding": {
      const unit = yen(scheme?.rounding?.unit ?? 1, lang);
      return pick(`${unit}未満の切り捨て`, `Rounded down to ${unit}`);
    }
    case "floor": {
      const floor = yen(subsidy?.floor ?? 0, lang);
      const note =
        step.yen > 0 ? say("届かないため、補助額は0円です", "not reached: no subsidy") : say("満たしています", "met");
      return pick(`下限額 ${floor}から`, `Lower limit of ${floor}`, note);
    }
    case "amount":
      return pick("申請できる額", "You can apply for");
  }
}
