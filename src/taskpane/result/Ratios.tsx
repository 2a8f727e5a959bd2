import { floor, fraction, multiply, parseFraction } from "../../core/money/fraction";
import type { RatioResult } from "../../core/report/report";
import type { Spending } from "../../core/report/spending";
import { useState, type ReactNode } from "react";
import { useReport } from "../context";
import { percentOf } from "../figures";
import { Behind, behindRatio } from "./Behind";

/** Each limited share as a gauge, with the distance to its limit in yen. @param isKept those within their limits, or the others */
export function Ratios({ isKept }: { readonly isKept: boolean }) {
  const { report, scheme, language } = useReport();
  const shown = report.ratios.filter(({ status }) => (status === "ok") === isKept);
  return shown.map((ratio) => (
    <Gauge key={ratio.id} ratio={ratio}>
      {(told) => <Told told={told} name={ratio.name[language]} lines={behindRatio(ratio.id, report, scheme)} />}
    </Gauge>
  ));
}

/** The sentence over a gauge; a press shows the lines whose share it is. */
function Told({
  told,
  name,
  lines,
}: {
  readonly told: string;
  readonly name: string;
  readonly lines: readonly Spending[];
}) {
  const [open, setOpen] = useState(false);
  if (lines.length === 0) return <span className="gauge-told">{told}</span>;
  return (
    <>
      <button type="button" className="link gauge-told" aria-expanded={open} onClick={() => setOpen(!open)}>
        {told}
      </button>
      {open && <Behind lines={lines} of="eligible" name={name} />}
    </>
  );
}

interface Props {
  readonly ratio: RatioResult;
  /** How the sentence is shown; as plain text where it is left out. */
  readonly children?: (told: string) => ReactNode;
}

export function Gauge({ ratio, children }: Props) {
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
        {children === undefined ? <span className="gauge-told">{told}</span> : children(told)}
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
