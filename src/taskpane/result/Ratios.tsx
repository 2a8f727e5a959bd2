import { floor, fraction, multiply, parseFraction } from "../../core/money/fraction";
import type { RatioResult } from "../../core/report/report";
import { useReport } from "../context";
import { percentOf } from "../figures";

/** Each limited share as a gauge, with the distance to its limit in yen. */
export function Ratios() {
  const { report } = useReport();
  return report.ratios.map((ratio) => <Gauge key={ratio.id} ratio={ratio} />);
}

export function Gauge({ ratio }: { readonly ratio: RatioResult }) {
  const { words, language } = useReport();
  const { result } = words;
  const name = ratio.name[language];
  const limit = floor(multiply(parseFraction(ratio.limit), fraction(ratio.base)));
  const distance = limit - ratio.amount;
  const whole = Math.max(limit, ratio.amount, 1);
  const told =
    ratio.status === "waived"
      ? result.agreed(name)
      : distance > 0
        ? result.distance(name, distance)
        : distance === 0
          ? result.atLimit(name)
          : result.beyond(name, -distance);
  return (
    <div className={`gauge ${ratio.status}`}>
      <div className="gauge-text">
        <span className="gauge-told">{told}</span>
        <span className="label number">{result.ofLimit(ratio.amount, limit, ratio.limit)}</span>
      </div>
      <div
        role="meter"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={whole}
        aria-valuenow={ratio.amount}
        aria-valuetext={told}
        className="track"
      >
        <i style={{ width: percentOf(ratio.amount, whole) }} />
        <b style={{ left: percentOf(limit, whole) }} />
      </div>
    </div>
  );
}
